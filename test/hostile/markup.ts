/** Texts that want to be more than text in the Markdown that we show, and what a reader of GFM makes of it. */
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { expect } from 'vitest'

/** A word in every attack, by which it is found where it is shown. */
export const MARK = 'zqx'

/** What each tries, and how; `MARK` stands in each. One line each. */
export const ATTACKS: readonly (readonly [what: string, text: string])[] = [
  ['an image', '![zqx](http://evil.example/i.png)'],
  ['an image by reference', '![zqx][r] [r]: http://evil.example/i'],
  ['an image in a link', '[![zqx](//evil.example/i)](http://evil.example)'],
  ['a link', '[zqx](http://evil.example)'],
  ['a link to a command', '[zqx](command:workbench.action.quit)'],
  ['a link to a script', '[zqx](javascript:alert)'],
  ['a link to a file', '[zqx](file:///etc/passwd)'],
  ['a link with a title', '[zqx](<http://evil.example> "t")'],
  ['a link with brackets', 'zqx [[a]](http://evil.example) [b]\\(c)'],
  ['a link behind escapes', 'zqx \\[a](b) \\\\[c](d) \\\\\\[e](f)'],
  ['a reference', '[zqx][evil] and [evil]'],
  ['a definition', '[zqx]: http://evil.example'],
  ['an autolink', '<http://evil.example/zqx>'],
  ['an autolink to a command', '<command:zqx.evil>'],
  ['an autolink to a mail address', '<zqx@evil.example>'],
  ['a bare URL', 'zqx http://evil.example/a?b=c&d'],
  ['a bare URL, safe', 'zqx https://evil.example'],
  ['a bare URL in brackets', 'zqx (https://evil.example/(a)) "http://evil.example"'],
  ['a bare URL in stars', 'zqx **http://evil.example** _http://b.example_'],
  ['a bare URL in capitals', 'zqx HTTP://EVIL.EXAMPLE'],
  ['a bare URL after punctuation', 'zqx,http://evil.example;https://b.example'],
  ['a bare URL with pipes', 'zqx http://evil.example/|<img src=x>|`a`'],
  ['a bare URL with backticks', 'zqx `http://evil.example/``a` ``b'],
  ['a host name', 'zqx www.evil.example'],
  ['a host name in brackets', 'zqx (www.evil.example/x).'],
  ['a host name after a letter', 'zqx WWW.evil.example xwww.evil.example'],
  ['a mail address', 'zqx a.b+c@evil.example'],
  ['a mail address with its scheme', 'mailto:zqx@evil.example xmpp:a@b.example'],
  ['an image tag', '<img src="http://evil.example" alt="zqx">'],
  ['a script', '<script>zqx</script>'],
  ['a tag', '<b onclick=x>zqx</b>'],
  ['a tag that is open', 'zqx <a href="x"'],
  ['a comment', '<!-- zqx -->'],
  ['an instruction', '<?zqx ?> <!DOCTYPE x> <![CDATA[y]]>'],
  ['an entity', 'zqx &lt;img&gt; &#91;a&#93;(b)'],
  ['a code span', 'zqx `code` ``a`b``'],
  ['a code span that is open', 'zqx ` <b>'],
  ['backticks that hide escapes', '`zqx` ` [a](http://evil.example) `'],
  ['backticks that meet', '``zqx`www.evil.example`<b>``'],
  ['a fence', '```zqx'],
  ['a fence of tildes', '~~~zqx'],
  ['struck out', '~~zqx~~ ~a~'],
  ['emphasis', '*zqx* **a** _b_ ***c***'],
  ['emphasis that is open', '**zqx'],
  ['emphasis around a link', '*[zqx](http://evil.example)* *www.evil.example*'],
  ['a table', 'zqx | a | b'],
  ['a table within', '|zqx|--|'],
  ['a pipe in code', 'zqx `a|b` \\| c'],
  ['a footnote', 'zqx[^1] [^1]: x'],
  ['a heading', '# zqx'],
  ['a quote', '> zqx'],
  ['an item', '- zqx'],
  ['an item with a number', '1. zqx'],
  ['a rule', '--- zqx'],
  ['an underline', '=== zqx'],
  ['a backslash at the end', 'zqx\\'],
  ['two backslashes at the end', 'zqx\\\\'],
  ['a backslash before a link', 'zqx\\http://evil.example \\www.evil.example'],
  ['an icon', '$(zqx) $(bug)'],
  ['a control character', 'zqx\u0007\u001b[31m'],
  ['other directions', 'zqx \u202egnp.exe\u202c'],
  ['no width', 'zqx \u200bhttp://evil.example ht\u200btp://evil.example'],
]

/** What may be in the Markdown that we show. A link may lead to a line of the document itself, and nowhere else. */
const ALLOWED = new Set([
  ...['root', 'paragraph', 'text', 'strong', 'emphasis', 'inlineCode', 'break', 'thematicBreak'],
  ...['list', 'listItem', 'table', 'tableRow', 'tableCell'],
])

interface Node {
  readonly type: string
  readonly value?: string
  readonly url?: string
  readonly children?: readonly Node[]
}

const processor = unified().use(remarkParse).use(remarkGfm)

/** The tree of a text in which a reader of GFM has found its links. */
function treeOf(markdown: string): Node {
  return processor.runSync(processor.parse(markdown))
}

/**
 * Nothing but text and the forms that we make ourselves.
 * @param own the links that are our own: to lines of the document
 */
export function expectHarmless(markdown: string, own?: RegExp): void {
  const found: string[] = []
  const walk = ({ type, url, children }: Node) => {
    if (!ALLOWED.has(type) && !(type === 'link' && own?.test(url ?? ''))) found.push(type)
    children?.forEach(walk)
  }
  walk(treeOf(markdown))
  expect(found, markdown).toEqual([])
}

/** The text that a reader sees, on one line. */
export function textOf(markdown: string): string {
  const text = ({ value, children }: Node): string => value ?? children?.map(text).join('') ?? ''
  const block = ({ type, children = [], ...node }: Node): string =>
    type === 'root' || type === 'list' || type === 'table' || type === 'tableRow' || type === 'listItem'
      ? children.map(block).join(' ')
      : text({ type, children, ...node })
  return block(treeOf(markdown)).replace(/\s+/g, ' ')
}
