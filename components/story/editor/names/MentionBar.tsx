import { type Editor, posToDOMRect } from '@tiptap/core'
import { ArrowUpRight, Trash2 } from 'lucide-react'
import { type RefObject, useRef } from 'react'
import { textsOf } from '#components/language/loaded.ts'
import { useReadable } from '#components/session/hooks.ts'
import { Avatar } from '#components/ui/Avatar.tsx'
import { readMention } from '#lib/doc/mentions.ts'
import { Bar, BarButton, BarLine } from '../Bar.tsx'
import { useBeside } from '../useBeside.ts'
import { criteriaIn } from './criteriaIn.ts'
import type { MentionOptions } from './mentionViews.ts'
import { nameOf } from './named.ts'

const BELOW = { side: 'below', align: 'centre', gap: 6 } as const

/** Below a mention that is chosen: who or what it is, and the way there. */
export default function MentionBar({
  editor,
  root,
  names,
  pos,
}: {
  readonly editor: Editor
  readonly root: RefObject<HTMLElement | null>
  readonly names: MentionOptions
  readonly pos: number
}) {
  const t = textsOf('story')
  const element = useRef<HTMLDivElement>(null)
  const area = useReadable(names.area)
  const node = editor.state.doc.nodeAt(pos)
  useBeside(editor, root, element, () => posToDOMRect(editor.view, pos, pos + 1), BELOW)
  if (node?.type.name !== 'mention') return null
  const mention = readMention(node.attrs)
  const criteria = criteriaIn(editor.state.doc)
  const named = nameOf(mention, area, (id) => criteria.get(id) ?? null, names.storyId)
  const person = area.phase === 'ready' ? area.members.get(mention.id) : undefined
  return (
    <div
      ref={element}
      className="absolute z-30 max-w-[calc(100%-1rem)] rounded-card border bg-surface p-0.5 shadow-overlay"
    >
      <Bar editor={editor} label={t('names.mention')} className="ps-2">
        {mention.kind === 'person' && person ? <Avatar person={person} size="small" /> : null}
        <span className="flex min-w-0 flex-col py-1 pe-1">
          <span className="max-w-64 truncate text-label font-medium">
            {named.words.replace(/^@/, '')}
          </span>
          {named.detail ? (
            <span className="max-w-64 truncate text-meta text-subtle">{named.detail}</span>
          ) : null}
        </span>
        <BarLine />
        {named.to ? (
          <BarButton label={t('names.open')} onPress={() => names.goTo(named)}>
            <ArrowUpRight aria-hidden size={16} />
          </BarButton>
        ) : null}
        <BarButton
          label={t('names.remove')}
          onPress={() => editor.chain().focus().deleteSelection().run()}
        >
          <Trash2 aria-hidden size={14} />
        </BarButton>
      </Bar>
    </div>
  )
}
