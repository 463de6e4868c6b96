/**
 * The outline of a Markdown document: its sections with their fields, tables and lists. It knows
 * nothing of post-mortems; templates and documents are both read from it.
 *
 * Ranges are half-open, in UTF-16 code units, **relative to the start of their section**. Where a section starts
 * stands beside it, in `Outline.starts`: so an edit in one section leaves the others as they are.
 */

/** A half-open range relative to the start of a section. */
export interface Range {
  readonly start: number
  readonly end: number
}

/** Text as it stands in the document: `text` is exactly what is at the range. */
export interface Span extends Range {
  readonly text: string
}

/** A span of inline Markdown with its reading: no emphasis, code marks, link targets or comments. */
export interface Inline extends Span {
  readonly plain: string
}

/** `Name: value` in one of the forms that people write. */
export interface Field extends Range {
  readonly name: Span
  /** Empty span after the colon where there is no value. */
  readonly value: Inline
  /**
   * `bold`: `**Name**: value` or `_Name_: value`; `plain`: `Name: value`; `row`: two cells of a table; `front-matter`: a YAML
   * key; `heading`: `## Name: value`.
   */
  readonly form: 'bold' | 'plain' | 'row' | 'front-matter' | 'heading'
}

/** A paragraph, line by line. */
export interface Paragraph extends Range {
  readonly type: 'paragraph'
  readonly lines: readonly Inline[]
  readonly fields: readonly Field[]
}

/** One item of a list. */
export interface ListItem extends Range {
  /** `-`, `*`, `+`, `1.`, `1)`; empty where it is no item of a list in the text. */
  readonly marker: string
  /** The first paragraph without marker and check box. */
  readonly line: Inline
  /** The same, line by line. */
  readonly lines: readonly Inline[]
  /** All fields of the first paragraph. */
  readonly fields: readonly Field[]
  /** Null for an item without a check box. */
  readonly checked: boolean | null
  /** The box with its brackets, null when there is none. */
  readonly box: Range | null
  /** The item read as a field, null when it is none. */
  readonly field: Field | null
  /** What stands in the item below its first line. */
  readonly blocks: readonly Block[]
}

/** A bulleted, numbered or check list (one with at least one check box). */
export interface List extends Range {
  readonly type: 'list'
  readonly kind: 'bullet' | 'ordered' | 'check'
  readonly items: readonly ListItem[]
}

/** One row of a table. */
export interface TableRow extends Range {
  readonly cells: readonly Inline[]
}

/** A GFM table. */
export interface Table extends Range {
  readonly type: 'table'
  readonly header: TableRow
  readonly rows: readonly TableRow[]
}

/** Anything else; `front-matter` stands in the first section only. */
export interface OtherBlock extends Range {
  readonly type: 'code' | 'quote' | 'html' | 'rule' | 'definition' | 'front-matter'
  /** Set for a fence, comment or raw element without its end: whatever is written below it is swallowed. */
  readonly unclosed?: true
  /** Set for HTML that is nothing but a comment: a reader does not see it. */
  readonly comment?: true
}

/** A table with more rows than `MAX_TABLE_ROWS`: nothing in it is read. */
export interface OpaqueTableBlock extends Range {
  readonly type: 'opaque-table'
  readonly header: Range
}

/** A block of a section or of a list item. */
export type Block = Paragraph | List | Table | OpaqueTableBlock | OtherBlock

/** The heading of a section. */
export interface Heading extends Range {
  readonly level: number
  /** Content without marks; HTML comments are not in `plain`. */
  readonly title: Inline
}

/** A heading with what stands below it, up to the next heading of any level. */
export interface OutlineSection {
  /** Up to the start of the next section, or the end of the document. */
  readonly length: number
  /** Null for what stands before the first heading. */
  readonly heading: Heading | null
  /** 1 to 6; 0 before the first heading. */
  readonly level: number
  /** Index of the section that encloses this one, null at the top. */
  readonly parent: number | null
  readonly blocks: readonly Block[]
}

/** The YAML front matter of a document; it stands in the first section. */
export interface FrontMatter extends Range {
  readonly fields: readonly Field[]
  /** The parsed data, null when it is no mapping. */
  readonly data: Readonly<Record<string, unknown>> | null
  /** The YAML itself, between the fences. */
  readonly yaml: Span
}

/** A document cut into sections, in order; there is always at least one. */
export interface Outline {
  readonly sections: readonly OutlineSection[]
  /** Absolute offset of the first character of each section. */
  readonly starts: readonly number[]
  readonly frontMatter: FrontMatter | null
  readonly lineEnding: '\n' | '\r\n'
}
