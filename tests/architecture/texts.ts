import { parseAst } from 'vitest/node'
import { isNode, type Node, nodeName, type Source, walk } from './source.ts'

/** What is spoken in every language: here no sentence stands in the code. The list only grows. */
export const CONVERTED = [
  'app/error.tsx',
  'app/global-error.tsx',
  'app/join/',
  'app/login/',
  'app/new/',
  'app/not-found.tsx',
  'app/setup/',
  'app/w/',
  'components/actions/',
  'components/backlog/',
  'components/board/',
  'components/cards/',
  'components/discussion/',
  'components/entry/',
  'components/flow/',
  'components/history/',
  'components/http/',
  'components/inbox/',
  'components/language/',
  'components/search/',
  'components/session/',
  'components/settings/',
  'components/shell/',
  'components/story/',
  'components/theme/',
  'components/ui/',
]

/** Attributes that people read or hear. */
const SPOKEN = new Set([
  'alt',
  'aria-description',
  'aria-label',
  'aria-roledescription',
  'aria-valuetext',
  'description',
  'hint',
  'label',
  'lead',
  'placeholder',
  'save',
  'submit',
  'title',
  'unit',
])

/** A side of the screen instead of the side where a line begins or ends. */
const PHYSICAL =
  /^(?:[^\s:]+:)*-?(?:(?:scroll-)?[mp][lr]-|(?:left|right)-|border-[lr](?:-|$)|rounded-(?:[lr]|[tb][lr])(?:-|$)|(?:text|float|clear)-(?:left|right)$)/

/** True when a file is spoken in every language. */
export function isConverted({ path }: Pick<Source, 'path'>): boolean {
  return CONVERTED.some((folder) => path.startsWith(folder))
}

/** Gives what of a file stays English whatever the page's language, or stays on its side whatever its direction. */
export function leftBehind(source: Source): string[] {
  const found: string[] = []
  const say = (node: Node, what: string) =>
    found.push(`${source.path}:${lineAt(source.text, node.start)} ${what}`)
  walk(parse(source), (node) => {
    if (node.type === 'JSXText' && isWords(node.value)) say(node, 'text')
    if (node.type === 'JSXExpressionContainer' && literals(node.expression).some(isWords)) {
      // An attribute's is judged with its name, below.
      if (!attributeValues.has(node)) say(node, 'text')
    }
    if (node.type === 'JSXAttribute' && isNode(node.value)) {
      attributeValues.add(node.value)
      const given = node.value.type === 'Literal' ? node.value : node.value.expression
      if (isSpoken(node.name) && literals(given).some(isWords)) say(node, 'spoken attribute')
    }
    if (isNamedLocale(node)) say(node, 'locale')
    for (const text of own(node)) {
      const side = text.split(/\s+/).find((one) => PHYSICAL.test(one))
      if (side) say(node, side)
    }
  })
  return found
}

const attributeValues = new WeakSet<Node>()

/** Gives the texts that an expression comes to: of each branch, and the parts of a template; not what is handed to a call. */
function literals(value: unknown): string[] {
  if (!isNode(value)) return []
  switch (value.type) {
    case 'ConditionalExpression':
      return [...literals(value.consequent), ...literals(value.alternate)]
    case 'LogicalExpression':
    case 'BinaryExpression':
      return /^[=!<>]/.test(String(value.operator))
        ? []
        : [...literals(value.left), ...literals(value.right)]
    default:
      return own(value)
  }
}

/** Gives the texts of a node itself. */
function own(node: Node): string[] {
  if (node.type === 'Literal' && typeof node.value === 'string') return [node.value]
  if (node.type !== 'TemplateLiteral' || !Array.isArray(node.quasis)) return []
  return node.quasis.map(({ value }) => String(value.raw))
}

/** The product's name is the same everywhere. */
function isWords(text: unknown): boolean {
  return /\p{L}{2}/u.test(String(text).replaceAll('Sluice', ''))
}

function isSpoken(name: unknown): boolean {
  return isNode(name) && SPOKEN.has(String(name.name))
}

/** `new Intl.NumberFormat('en')`, `toLocaleString('en')`: the page has a locale of its own. */
function isNamedLocale(node: Node): boolean {
  if (!isNode(node.callee) || !Array.isArray(node.arguments)) return false
  const [first] = node.arguments as unknown[]
  const isLocal = /^(toLocale\w+|\w+Format|PluralRules|Collator)$/.test(nodeName(node.callee))
  return isLocal && isNode(first) && own(first).some((text) => /^[a-z]{2}(-|$)/.test(text))
}

function parse({ path, text }: Source): unknown {
  return parseAst(text, { lang: path.endsWith('x') ? 'tsx' : 'ts' })
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length
}

/**
 * Gives the texts that nothing shows. A file shows a text when it names the part that holds it (`useTranslations('settings')`)
 * and the rest of its key, whole or as a template (`levels.${level}`); `open`: parts whose keys are names of the domain.
 */
export function unusedTexts(
  keys: Iterable<string>,
  sources: readonly Source[],
  open: readonly string[],
): string[] {
  const files = sources.map((source) => {
    const names = new Set(source.texts)
    const templates: string[][] = []
    walk(parse(source), (node) => {
      if (node.type === 'TemplateLiteral') templates.push(own(node))
    })
    return { names, templates }
  })
  return [...keys].filter((key) => {
    if (open.some((part) => key.startsWith(`${part}.`))) return false
    const steps = key.split('.')
    return !steps.some((_, at) => {
      const [part, rest] = [steps.slice(0, at + 1).join('.'), steps.slice(at + 1).join('.')]
      if (rest === '') return false
      return files.some(
        ({ names, templates }) =>
          names.has(part) && (names.has(rest) || templates.some((one) => fits(one, rest))),
      )
    })
  })
}

/** A template of a key says something of it: `${mode}Means`, `levels.${level}`. */
function fits(parts: readonly string[], key: string): boolean {
  const [begin = '', end = ''] = [parts[0], parts.at(-1)]
  return parts.length === 2 && begin + end !== '' && key.startsWith(begin) && key.endsWith(end)
}
