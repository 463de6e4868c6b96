/** A template as a schema: what a post-mortem must contain, with guidance. Plain readonly data. */
import type { Level } from '../config/config.ts'
import type { SectionKind } from '../lexicon/lexicon.ts'

/** The type of a value. */
export type ValueType =
  /** One of a list. Closed: anything else is a finding; open: the values are only offered. */
  | { readonly kind: 'enum'; readonly values: readonly string[]; readonly closed: boolean }
  /** Yes or no; whether details are required after Yes. */
  | { readonly kind: 'yes-no'; readonly details: boolean }
  /** An identifier with a pattern such as `INC-YYYYMMDD-XXX`. */
  | { readonly kind: 'id'; readonly pattern: string }
  /** `start to end (total)`. */
  | { readonly kind: 'window' }
  | {
      readonly kind: 'date' | 'time' | 'duration' | 'offset' | 'number' | 'percent' | 'name' | 'link' | 'text'
    }

/** A value of an enumeration with its meaning. */
export interface EnumValue {
  readonly value: string
  readonly meaning: string
  readonly aliases: readonly string[]
}

/** A field of a section, or of the items of a list. */
export interface TemplateField {
  readonly name: string
  /** The normalised name: see `nameKey`. */
  readonly key: string
  readonly type: ValueType
  readonly required: boolean
  /** Whether it is a key of the front matter. */
  readonly inFrontMatter: boolean
  /** Its source lines, used for insertion. */
  readonly source: string
  /** The value in the template: the placeholder. */
  readonly placeholder: string
}

/** A column of a table. */
export interface TemplateColumn {
  readonly name: string
  readonly key: string
  readonly type: ValueType
  /** The first non-empty sample cell. */
  readonly sample: string
}

/** A table of a section. */
export interface TemplateTable {
  readonly columns: readonly TemplateColumn[]
  /** Source of the header, the delimiter row and the sample rows. */
  readonly source: string
  /** The last sample row: the source of new rows. */
  readonly rowSource: string
  /** Cells of the sample rows, normalised by `placeholderKey`. */
  readonly rows: readonly (readonly string[])[]
}

/** A list of a section. */
export interface TemplateList {
  readonly kind: 'bullet' | 'ordered' | 'check'
  /** Items have the form `label: text`. */
  readonly labelled: boolean
  /** Fields nested below each item. */
  readonly fields: readonly TemplateField[]
  /** Type of the text that items start with (a time in a timeline), else `text`. */
  readonly type: ValueType
  /** The first sample item with its nested content. */
  readonly itemSource: string
}

/** A section of the template. */
export interface TemplateSection {
  readonly index: number
  readonly heading: string
  /** The normalised heading: see `headingKey`. */
  readonly key: string
  /** Other headings for it, normalised. */
  readonly aliases: readonly string[]
  readonly level: number
  /** Index of the parent; null for the title and its siblings. */
  readonly parent: number | null
  readonly kinds: readonly SectionKind[]
  readonly required: boolean
  /** The guidance of the template, as Markdown; may be empty. */
  readonly guidance: string
  readonly fields: readonly TemplateField[]
  readonly tables: readonly TemplateTable[]
  readonly lists: readonly TemplateList[]
  /** Paragraphs and items with the same text in every document: see `isBoilerplate`. */
  readonly boilerplate: readonly string[]
  /**
   * The Markdown source of the section with its subsections, used for insertion; without trailing blank lines and
   * rules.
   */
  readonly source: string
}

/** A mistake in a template file. */
export interface TemplateProblem {
  /** Absolute offsets in the file. */
  readonly start: number
  readonly end: number
  readonly message: string
}

/** A template. */
export interface Template {
  readonly id: string
  readonly name: string
  readonly description: string
  /** Index of the title section; null for none. */
  readonly title: number | null
  readonly sections: readonly TemplateSection[]
  /** Worst first, with meanings; including those that only occur in the body, without a meaning. */
  readonly severities: readonly EnumValue[]
  readonly priorities: readonly EnumValue[]
  readonly statuses: readonly EnumValue[]
  /** Levels of rules in its documents, unless the configuration sets them. */
  readonly rules: Readonly<Record<string, Level>>
  /** Such as `INC-YYYYMMDD-XXX`, null for none. */
  readonly idPattern: string | null
  /** All placeholders of the body, normalised by `placeholderKey`. */
  readonly placeholders: readonly string[]
  /** Those of them that stand there without brackets. */
  readonly bareSamples: readonly string[]
  /** The body without front matter and template comments: a new post-mortem. */
  readonly body: string
  readonly problems: readonly TemplateProblem[]
}
