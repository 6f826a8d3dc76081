import { readdirSync, readFileSync } from 'node:fs'
import { dirname, extname, join, posix, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseAst } from 'vitest/node'

export const root = fileURLToPath(new URL('../..', import.meta.url))

const FOLDERS = ['app', 'components', 'lib', 'server', 'tests', 'bin']
const CODE = new Set(['.ts', '.tsx', '.mjs', '.js'])

/** One file of code, read for the rules. */
export interface Source {
  /** Below the root, with forward slashes. */
  readonly path: string
  readonly text: string
  readonly imports: readonly Import[]
  readonly calls: readonly Call[]
  readonly comments: readonly Comment[]
  /** Every plain string in the code. */
  readonly texts: readonly string[]
}

export interface Import {
  readonly specifier: string
  /** The file it means, below the root; null for a package or a part of Node. */
  readonly file: string | null
  readonly isTypeOnly: boolean
  readonly line: number
}

/** A call of a method: `object.method(…)`. */
export interface Call {
  readonly object: string
  readonly method: string
  /** Values of the arguments that are plain strings; null for anything else. */
  readonly args: readonly (string | null)[]
  /** Whether each argument is a name, or "not" such a name. */
  readonly named: readonly boolean[]
  readonly line: number
}

export interface Comment {
  readonly text: string
  readonly line: number
}

/** Every file of code in the tree, configuration at the top included. */
export function readSources(): Source[] {
  const top = readdirSync(root).filter(
    (name) => CODE.has(extname(name)) && name !== 'next-env.d.ts',
  )
  const below = FOLDERS.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) =>
        posix.join(relative(root, parentPath).replaceAll('\\', '/'), name),
      ),
  )
  const paths = [...top, ...below.filter((path) => CODE.has(extname(path)))]
  return paths.map((path) => parseSource(path, readFileSync(join(root, path), 'utf8')))
}

/** Reads one file; also what the tests of the rules use on a few lines of their own. */
export function parseSource(path: string, text: string): Source {
  const starts = lineStarts(text)
  const lineAt = (offset: number) => starts.findLastIndex((start) => start <= offset) + 1
  const imports: Import[] = []
  const calls: Call[] = []
  const strings: Span[] = []
  const texts: string[] = []
  const ast = parseAst(text, { lang: path.endsWith('x') ? 'tsx' : 'ts' })
  walk(ast as unknown as Node, (node) => {
    if (isText(node)) strings.push(node)
    if (typeof node.value === 'string') texts.push(node.value)
    const specifier = importedFrom(node)
    if (specifier !== null) {
      const isTypeOnly =
        node.importKind === 'type' || node.exportKind === 'type' || node.type === 'TSImportType'
      imports.push({
        specifier,
        file: fileOf(specifier, path),
        isTypeOnly,
        line: lineAt(node.start),
      })
    }
    const call = methodCall(node)
    if (call !== null) calls.push({ ...call, line: lineAt(node.start) })
  })
  return { path, text, imports, calls, comments: commentsOf(text, strings, lineAt), texts }
}

/** The package of a specifier: "@scope/name/inside" is "@scope/name". Null for Node's own parts and our own files. */
export function packageOf(specifier: string): string | null {
  if (/^(node:|\.|#|\/)/.test(specifier)) return null
  const parts = specifier.split('/')
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? null)
}

interface Span {
  readonly start: number
  readonly end: number
}

/** A node of the parsed code. */
export interface Node extends Span {
  readonly type: string
  readonly [key: string]: unknown
}

/** Visits a node and everything below it. */
export function walk(value: unknown, visit: (node: Node) => void): void {
  if (Array.isArray(value)) for (const item of value) walk(item, visit)
  else if (isNode(value)) {
    visit(value)
    for (const child of Object.values(value)) walk(child, visit)
  }
}

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value
}

/** What holds text that may look like a comment: strings, templates, regular expressions and the text of JSX. */
function isText(node: Node): boolean {
  return node.type === 'TemplateElement' || node.type === 'JSXText' || node.type === 'Literal'
}

function importedFrom(node: Node): string | null {
  const imports = [
    'ImportDeclaration',
    'ExportAllDeclaration',
    'ExportNamedDeclaration',
    'ImportExpression',
    'TSImportType',
  ]
  return imports.includes(node.type) ? literal(node.source) : null
}

function methodCall(node: Node): Omit<Call, 'line'> | null {
  if (node.type !== 'CallExpression' || !isNode(node.callee)) return null
  const { callee } = node
  if (callee.type !== 'MemberExpression' || !isNode(callee.property) || !isNode(callee.object))
    return null
  const given = Array.isArray(node.arguments) ? node.arguments : []
  return {
    object: nodeName(callee.object),
    method: nodeName(callee.property),
    args: given.map(literal),
    named: given.map(isName),
  }
}

function isName(value: unknown): boolean {
  if (!isNode(value)) return false
  return value.type === 'UnaryExpression' ? isName(value.argument) : nodeName(value) !== ''
}

/** The name of an identifier, or of the last part of `a.b.c`; '' for anything else. */
export function nodeName(node: Node): string {
  if (node.type === 'MemberExpression' && isNode(node.property)) return nodeName(node.property)
  return typeof node.name === 'string' ? node.name : ''
}

function literal(value: unknown): string | null {
  if (!isNode(value)) return null
  if (value.type === 'Literal' && typeof value.value === 'string') return value.value
  const quasis =
    value.type === 'TemplateLiteral' && Array.isArray(value.quasis) ? value.quasis : null
  return quasis === null ? null : quasis.map((part) => String(part.value.raw)).join('…')
}

function fileOf(specifier: string, from: string): string | null {
  if (specifier.startsWith('#')) return specifier.slice(1)
  if (!specifier.startsWith('.')) return null
  return posix.join(dirname(from), specifier)
}

function lineStarts(text: string): number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}

/** Comments of a file: what looks like one and does not lie inside a text. */
function commentsOf(
  text: string,
  strings: readonly Span[],
  lineAt: (offset: number) => number,
): Comment[] {
  // A text may hold "//"; blanking it first keeps every offset where it was.
  const chars = [...Array(text.length).keys()].map((at) => text.charAt(at))
  for (const { start, end } of strings) {
    for (let at = start; at < end; at += 1) if (chars[at] !== '\n') chars[at] = ' '
  }
  const found = chars.join('').matchAll(/\/\/[^\n]*|\/\*[\s\S]*?\*\//g)
  return [...found].map((match) => ({ text: match[0], line: lineAt(match.index) }))
}
