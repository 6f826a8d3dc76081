import { type Editor, posToDOMRect } from '@tiptap/core'
import {
  Bold,
  Code,
  ExternalLink,
  Heading2,
  Italic,
  Link,
  ListChecks,
  Pencil,
  RectangleHorizontal,
  Strikethrough,
  Underline,
  Unlink,
} from 'lucide-react'
import { type RefObject, useRef } from 'react'
import { deskOf } from '#components/discussion/index.ts'
import { textsOf } from '#components/language/loaded.ts'
import { useReadable } from '#components/session/hooks.ts'
import { isSafeHref } from '#lib/doc/href.ts'
import { Bar, BarButton, BarLine } from './Bar.tsx'
import { LinkForm } from './LinkForm.tsx'
import { removeLink } from './links.ts'
import { lineAsCard, makeCard } from './rich/cards.ts'
import type { Store } from './store.ts'
import type { TextState } from './textState.ts'
import { TalkButtons } from './threads/TalkButtons.tsx'
import { useBeside } from './useBeside.ts'
import { useDragging, useFocusWithin } from './useAttention.ts'

/** Beside the selected words: how they look, and their link. At a link: where it leads. */
export function SelectionBar({
  storyId,
  editor,
  root,
  text,
  linkForm,
}: {
  readonly storyId: string
  readonly editor: Editor
  readonly root: RefObject<HTMLElement | null>
  readonly text: TextState
  readonly linkForm: Store<boolean>
}) {
  const asking = useReadable(linkForm)
  const dragging = useDragging(editor)
  const within = useFocusWithin(root)
  const element = useRef<HTMLDivElement>(null)
  // What is said beside the words takes their place.
  const talks = useReadable(deskOf(storyId).atHand) !== null
  const isFree = !dragging && within && !talks && !text.offersCard
  const wanted = isFree && (text.wordsSelected || text.href !== '')
  const shown = asking || wanted
  useBeside(
    editor,
    root,
    element,
    () => (shown ? posToDOMRect(editor.view, text.from, text.to) : null),
    {
      // The form stays clear of the words it is about, also when it grows by an error.
      side: text.wordsSelected && !asking ? 'above' : 'below',
      align: 'centre',
      gap: 8,
    },
  )
  if (!shown) return null
  return (
    <div
      ref={element}
      className="absolute z-30 max-w-[calc(100%-1rem)] rounded-card border bg-surface p-0.5 shadow-overlay"
    >
      {asking ? (
        <LinkForm editor={editor} onDone={() => linkForm.set(false)} />
      ) : text.wordsSelected ? (
        <Marks storyId={storyId} editor={editor} text={text} onLink={() => linkForm.set(true)} />
      ) : (
        <LinkCard editor={editor} href={text.href} onEdit={() => linkForm.set(true)} />
      )}
    </div>
  )
}

function Marks({
  storyId,
  editor,
  text,
  onLink,
}: {
  readonly storyId: string
  readonly editor: Editor
  readonly text: TextState
  readonly onLink: () => void
}) {
  const t = textsOf('story')
  const chain = () => editor.chain().focus()
  return (
    <Bar editor={editor} label={t('bar.selected')}>
      <BarButton
        label={t('marks.bold')}
        keys="$mod+B"
        pressed={text.bold}
        onPress={() => chain().toggleBold().run()}
      >
        <Bold aria-hidden size={16} />
      </BarButton>
      <BarButton
        label={t('marks.italic')}
        keys="$mod+I"
        pressed={text.italic}
        onPress={() => chain().toggleItalic().run()}
      >
        <Italic aria-hidden size={16} />
      </BarButton>
      <BarButton
        label={t('marks.underline')}
        keys="$mod+U"
        pressed={text.underline}
        onPress={() => chain().toggleUnderline().run()}
      >
        <Underline aria-hidden size={16} />
      </BarButton>
      <BarButton
        label={t('marks.strike')}
        keys="$mod+Shift+S"
        pressed={text.strike}
        onPress={() => chain().toggleStrike().run()}
      >
        <Strikethrough aria-hidden size={16} />
      </BarButton>
      <BarButton
        label={t('marks.code')}
        keys="$mod+E"
        pressed={text.code}
        onPress={() => chain().toggleCode().run()}
      >
        <Code aria-hidden size={16} />
      </BarButton>
      <BarButton label={t('marks.link')} pressed={text.link} onPress={onLink}>
        <Link aria-hidden size={16} />
      </BarButton>
      <BarLine />
      <BarButton
        label={t('marks.heading')}
        pressed={text.heading}
        onPress={() => chain().toggleHeading({ level: 2 }).run()}
      >
        <Heading2 aria-hidden size={16} />
      </BarButton>
      <BarButton
        label={t('marks.taskList')}
        pressed={text.taskList}
        onPress={() => chain().toggleTaskList().run()}
      >
        <ListChecks aria-hidden size={16} />
      </BarButton>
      <TalkButtons storyId={storyId} size={16} line="before" />
    </Bar>
  )
}

function LinkCard({
  editor,
  href,
  onEdit,
}: {
  readonly editor: Editor
  readonly href: string
  readonly onEdit: () => void
}) {
  const t = textsOf('story')
  const card = lineAsCard(editor.state)
  return (
    <Bar editor={editor} label={t('marks.link')} className="ps-2">
      {isSafeHref(href) ? (
        <a
          href={href}
          target="_blank"
          rel="noopener noreferrer"
          onMouseDown={(event) => event.preventDefault()}
          className="flex min-w-0 items-center gap-1.5 text-label text-accent-text hover:underline"
        >
          <span className="max-w-56 truncate">{href.replace(/^(https?:\/\/|mailto:)/, '')}</span>
          <ExternalLink aria-hidden size={12} className="shrink-0" />
        </a>
      ) : (
        <span className="text-label text-danger">{t('link.unsafe')}</span>
      )}
      <BarLine />
      {card ? (
        <BarButton
          label={t('card.asCardShort')}
          onPress={() => {
            makeCard(editor, card)
            editor.commands.focus()
          }}
        >
          <RectangleHorizontal aria-hidden size={14} />
        </BarButton>
      ) : null}
      <BarButton label={t('link.edit')} onPress={onEdit}>
        <Pencil aria-hidden size={14} />
      </BarButton>
      <BarButton label={t('link.remove')} onPress={() => removeLink(editor)}>
        <Unlink aria-hidden size={14} />
      </BarButton>
    </Bar>
  )
}
