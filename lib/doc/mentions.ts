import { type Doc, XmlElement } from 'yjs'
import { attributeOf, blocksOf } from './blocks.ts'
import { readPersonId } from './ids.ts'

/** What a text may name. */
export const MENTION_KINDS = ['person', 'team', 'story', 'criterion'] as const
export type MentionKind = (typeof MENTION_KINDS)[number]

/** A mention, whoever wrote it. */
export interface Mentioned {
  readonly kind: MentionKind
  /** Of a person, a team, a story, or a criterion's block. */
  readonly id: string
  /** The story that a criterion is of, else null. */
  readonly story: string | null
  /** What a person was called then, else ''. */
  readonly label: string
}

/** Gives every mention in a story's text, in reading order. Needs no schema. What names nothing is left out. */
export function mentionsIn(doc: Doc): Mentioned[] {
  const found: Mentioned[] = []
  for (const { node } of blocksOf(doc)) {
    if (node.nodeName !== 'mention') continue
    const mention = mentionOf(node)
    if (mention.id !== '') found.push(mention)
  }
  return found
}

/** Gives which Yjs client wrote the name of each person and team that a text mentions, the first of them, by their ids. */
export function mentionWriters(doc: Doc): ReadonlyMap<string, number> {
  const writers = new Map<string, number>()
  for (const { node } of blocksOf(doc)) {
    if (node.nodeName !== 'mention') continue
    const { kind, id } = mentionOf(node)
    const client = node._item?.id.client
    const isWho = kind === 'person' || kind === 'team'
    if (isWho && client !== undefined && !writers.has(id)) writers.set(id, client)
  }
  return writers
}

/** Gives the mention that an element is, of whatever shape. */
export function mentionOf(node: XmlElement): Mentioned {
  const { kind, id, story, label } = Object.fromEntries(
    ['kind', 'id', 'story', 'label'].map((name) => [name, attributeOf(node, name)]),
  )
  return readMention({ kind, id, story, label })
}

/** Reads a mention's attributes, whoever wrote them. Without an id it names nothing: `id` is ''. */
export function readMention(attrs: Readonly<Record<string, unknown>>): Mentioned {
  return {
    kind: readMentionKind(attrs.kind),
    id: readPersonId(attrs.id) ?? '',
    story: readPersonId(attrs.story),
    label: typeof attrs.label === 'string' ? attrs.label : '',
  }
}

export function readMentionKind(kind: unknown): MentionKind {
  return MENTION_KINDS.find((known) => known === kind) ?? 'person'
}

/** Gives the words for a mention where nobody can say what it is called now, or may not: "@Ana", "a story". */
export function mentionWords({ kind, label }: Mentioned): string {
  switch (kind) {
    case 'person':
      return label === '' ? 'somebody' : `@${label}`
    case 'team':
      return 'a team'
    case 'story':
      return 'a story'
    case 'criterion':
      return 'a criterion'
    default:
      return kind satisfies never
  }
}
