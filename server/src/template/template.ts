/**
 * A template read as a schema: what a post-mortem written from it must hold, and the guidance that goes
 * with it. Plain readonly data.
 */
import type { Level } from '../config/config.ts'
import type { SectionKind } from './kinds.ts'

/** What may stand as a value. */
export type ValueType =
  /** One of a list. Closed: anything else is a finding; open: the values are only offered. */
  | { readonly kind: 'enum'; readonly values: readonly string[]; readonly closed: boolean }
  /** Yes or no; whether details are required after Yes. */
  | { readonly kind: 'yes-no'; readonly details: boolean }
  /** An identifier in a pattern such as `INC-YYYYMMDD-XXX`. */
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
  /** The name as compared: see `nameKey`. */
  readonly key: string
  readonly type: ValueType
  readonly required: boolean
  /** Whether it is a key of the front matter. */
  readonly inFrontMatter: boolean
  /** The lines of the template that hold it, as they are inserted. */
  readonly source: string
  /** The value as it stands in the template: the placeholder. */
  readonly placeholder: string
}

/** A column of a table. */
export interface TemplateColumn {
  readonly name: string
  readonly key: string
  readonly type: ValueType
  /** The first sample cell that says something. */
  readonly sample: string
}

/** A table of a section. */
export interface TemplateTable {
  readonly columns: readonly TemplateColumn[]
  /** Header, delimiter row and sample rows as they stand. */
  readonly source: string
  /** The last sample row: the shape of the next row. */
  readonly rowSource: string
  /** Cells of the sample rows, as compared by `placeholderKey`. */
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
  /** The first sample item with what is nested in it. */
  readonly itemSource: string
}

/** A section that the template has. */
export interface TemplateSection {
  readonly index: number
  readonly heading: string
  /** The heading as compared: see `headingKey`. */
  readonly key: string
  /** Other headings that are taken for it, as compared. */
  readonly aliases: readonly string[]
  readonly level: number
  /** Index of the enclosing section; null for the title and what stands beside it. */
  readonly parent: number | null
  readonly kinds: readonly SectionKind[]
  readonly required: boolean
  /** What belongs here, in the template's words; empty when it does not say. */
  readonly guidance: string
  readonly fields: readonly TemplateField[]
  readonly tables: readonly TemplateTable[]
  readonly lists: readonly TemplateList[]
  /** Paragraphs and items that say the same in every document: see `isStanding`. */
  readonly standing: readonly string[]
  /** The section with its subsections as Markdown, as it is inserted; ends without blank lines or rules. */
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
  /** Index of the section whose heading is the title; null when it has none. */
  readonly title: number | null
  readonly sections: readonly TemplateSection[]
  /** Worst first, with meanings; also what bodies name without a meaning. */
  readonly severities: readonly EnumValue[]
  readonly priorities: readonly EnumValue[]
  readonly statuses: readonly EnumValue[]
  /** How the findings of rules count in its documents, where the configuration does not say. */
  readonly rules: Readonly<Record<string, Level>>
  /** `INC-YYYYMMDD-XXX`, null when there is none. */
  readonly idPattern: string | null
  /** Every text in the body that stands for something to be written, normalised by `placeholderKey`. */
  readonly placeholders: readonly string[]
  /** The body without front matter and template comments: a new post-mortem. */
  readonly body: string
  readonly problems: readonly TemplateProblem[]
}
