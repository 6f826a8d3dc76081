import type { Editor } from '@tiptap/core'
import {
  Bold,
  Code,
  Ellipsis,
  Heading2,
  ImagePlus,
  IndentDecrease,
  IndentIncrease,
  Italic,
  Link,
  List,
  ListChecks,
  Plus,
  Redo2,
  Undo2,
} from 'lucide-react'
import { useEffect, useState } from 'react'
import { textsOf } from '#components/language/loaded.ts'
import { useReadable } from '#components/session/hooks.ts'
import type { Asks } from './asks.ts'
import { Bar, BarButton, BarLine } from './Bar.tsx'
import { liftCriteria, nestCriteria } from './criteria/nest.ts'
import { LinkForm } from './LinkForm.tsx'
import type { Store } from './store.ts'
import { movableIn } from './structure/movable.ts'
import { TableMenu } from './TableMenu.tsx'
import type { TextState } from './textState.ts'
import { TalkButtons } from './threads/TalkButtons.tsx'

/** On touch screens: what the slash menu and the bars offer, in one row above the keyboard (UX21). */
export default function KeyboardBar({
  storyId,
  editor,
  text,
  linkForm,
  asks,
}: {
  readonly storyId: string
  readonly editor: Editor
  readonly text: TextState
  readonly linkForm: Store<boolean>
  readonly asks: Asks
}) {
  const t = textsOf('story')
  const asking = useReadable(linkForm)
  const bottom = useKeyboardTop()
  const [menuOpen, setMenuOpen] = useState(false)
  if (!text.focused && !asking && !menuOpen) return null
  const chain = () => editor.chain().focus()
  const item = text.taskList ? 'taskItem' : 'listItem'
  return (
    <div
      style={{ bottom }}
      className="fixed inset-x-0 z-50 border-t bg-surface pb-[env(safe-area-inset-bottom)] shadow-overlay"
    >
      {asking ? (
        <LinkForm editor={editor} wide onDone={() => linkForm.set(false)} />
      ) : (
        <Bar editor={editor} label={t('bar.text')} className="min-h-14 overflow-x-auto px-1">
          {text.wordsSelected ? <TalkButtons storyId={storyId} size={18} line="after" /> : null}
          <BarButton label={t('bar.addBlock')} onPress={() => openSlashMenu(editor)}>
            <Plus aria-hidden size={18} />
          </BarButton>
          <BarButton label={t('bar.addFile')} onPress={() => chain().chooseFiles('any').run()}>
            <ImagePlus aria-hidden size={18} />
          </BarButton>
          <BarButton
            label={t('bar.moreBlock')}
            onPress={() => {
              const block = movableIn(editor.state.selection)
              if (block) asks.set({ what: 'menu', pos: block.pos })
            }}
          >
            <Ellipsis aria-hidden size={18} />
          </BarButton>
          {text.inTable ? (
            <TableMenu editor={editor} open={menuOpen} onOpenChange={setMenuOpen} />
          ) : null}
          <BarLine />
          <BarButton
            label={t('marks.bold')}
            pressed={text.bold}
            onPress={() => chain().toggleBold().run()}
          >
            <Bold aria-hidden size={18} />
          </BarButton>
          <BarButton
            label={t('marks.italic')}
            pressed={text.italic}
            onPress={() => chain().toggleItalic().run()}
          >
            <Italic aria-hidden size={18} />
          </BarButton>
          <BarButton
            label={t('marks.code')}
            pressed={text.code}
            onPress={() => chain().toggleCode().run()}
          >
            <Code aria-hidden size={18} />
          </BarButton>
          <BarButton label={t('marks.link')} pressed={text.link} onPress={() => linkForm.set(true)}>
            <Link aria-hidden size={18} />
          </BarButton>
          <BarLine />
          <BarButton
            label={t('marks.heading')}
            pressed={text.heading}
            onPress={() => chain().toggleHeading({ level: 2 }).run()}
          >
            <Heading2 aria-hidden size={18} />
          </BarButton>
          <BarButton
            label={t('marks.bulletList')}
            pressed={text.bulletList}
            onPress={() => chain().toggleBulletList().run()}
          >
            <List aria-hidden size={18} />
          </BarButton>
          <BarButton
            label={t('marks.taskList')}
            pressed={text.taskList}
            onPress={() => chain().toggleTaskList().run()}
          >
            <ListChecks aria-hidden size={18} />
          </BarButton>
          <BarButton
            label={t('bar.indent')}
            onPress={() =>
              text.inCriterion
                ? nestCriteria(editor.state, editor.view.dispatch)
                : chain().sinkListItem(item).run()
            }
          >
            <IndentIncrease aria-hidden size={18} />
          </BarButton>
          <BarButton
            label={t('bar.outdent')}
            onPress={() =>
              text.inCriterion
                ? liftCriteria(editor.state, editor.view.dispatch)
                : chain().liftListItem(item).run()
            }
          >
            <IndentDecrease aria-hidden size={18} />
          </BarButton>
          <BarLine />
          <BarButton
            label={t('bar.undo')}
            disabled={!text.canUndo}
            onPress={() => chain().undo().run()}
          >
            <Undo2 aria-hidden size={18} />
          </BarButton>
          <BarButton
            label={t('bar.redo')}
            disabled={!text.canRedo}
            onPress={() => chain().redo().run()}
          >
            <Redo2 aria-hidden size={18} />
          </BarButton>
        </Bar>
      )}
    </div>
  )
}

function openSlashMenu(editor: Editor): void {
  const { $from } = editor.state.selection
  const before = $from.parent.textBetween(0, $from.parentOffset, undefined, ' ')
  editor
    .chain()
    .focus()
    .insertContent(before === '' || before.endsWith(' ') ? '/' : ' /')
    .run()
}

/** Gives how far above the page's lower edge the keyboard ends, in pixels: it covers the page instead of shrinking it. */
function useKeyboardTop(): number {
  const [bottom, setBottom] = useState(0)
  useEffect(() => {
    const seen = window.visualViewport
    if (!seen) return
    const measure = () =>
      setBottom(Math.max(0, Math.round(window.innerHeight - seen.height - seen.offsetTop)))
    measure()
    seen.addEventListener('resize', measure)
    seen.addEventListener('scroll', measure)
    return () => {
      seen.removeEventListener('resize', measure)
      seen.removeEventListener('scroll', measure)
    }
  }, [])
  return bottom
}
