import { parseAst } from 'vitest/node'
import { isIn } from './imports.ts'
import { isNode, type Node, nodeName, type Source, walk } from './source.ts'

/** What sends commands: a client's own functions, and what actions send with. */
const METHODS = new Set(['send', 'sendAll'])
const SENDERS = new Set(['sendUndoably', 'sendAllUndoably', 'sendTogether', 'together'])

/** What of the same name sends files or requests, not commands. */
const OTHERS = new Set(['uploads'])

/** The engine of the registry, and the two files that put a client behind what actions act with. */
const BEHIND_ACTIONS = [
  'components/session',
  'components/actions',
  'components/cards/together.ts',
  'components/board/captureAll.ts',
  'components/board/useBoardModel.ts',
]

/**
 * [UX4] Where commands are sent past the registry of actions. A module may mention what sends only if it defines actions; in
 * a view (`.tsx`) it must be inside of an action itself, because everything else there runs as it is rendered or pressed.
 */
export function mutationsPastActions({ path, text }: Source): string[] {
  if (!isIn(path, 'components') || BEHIND_ACTIONS.some((folder) => isIn(path, folder))) return []
  const ast = parseAst(text, { lang: path.endsWith('x') ? 'tsx' : 'ts' }) as unknown as Node
  const actions: Node[] = []
  const senders: Node[] = []
  walk(ast, (node) => {
    if (isCallOf(node, 'defineAction')) actions.push(node)
    if (sends(node)) senders.push(node)
  })
  const isView = path.endsWith('x')
  const isFine = (sender: Node) =>
    isView
      ? actions.some(({ start, end }) => start <= sender.start && sender.end <= end)
      : actions.length > 0
  return senders
    .filter((sender) => !isFine(sender))
    .map(({ start }) => `${path}:${text.slice(0, start).split('\n').length} sends past an action`)
}

function sends(node: Node): boolean {
  if (node.type === 'MemberExpression' && isNode(node.property) && isNode(node.object)) {
    return METHODS.has(nodeName(node.property)) && !OTHERS.has(nodeName(node.object))
  }
  if (node.type !== 'CallExpression' || !isNode(node.callee)) return false
  const { callee } = node
  // A command is what is sent: a function of that name without one is something else's.
  if (METHODS.has(nodeName(callee)) && Array.isArray(node.arguments) && node.arguments.length === 0)
    return false
  return (
    callee.type === 'Identifier' && (SENDERS.has(nodeName(callee)) || METHODS.has(nodeName(callee)))
  )
}

function isCallOf(node: Node, name: string): boolean {
  return (
    node.type === 'CallExpression' &&
    isNode(node.callee) &&
    node.callee.type === 'Identifier' &&
    nodeName(node.callee) === name
  )
}
