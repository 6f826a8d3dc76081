import type { Editor } from '@tiptap/core'
import { Focus, LayoutTemplate, Search, SquareCode, UserPen } from 'lucide-react'
import { type ReactNode, useEffect, useState } from 'react'
import { runAction, titleOf } from '#components/actions/index.ts'
import { textsOf } from '#components/language/loaded.ts'
import { useReadable } from '#components/session/hooks.ts'
import { IconButton } from '#components/ui/IconButton.tsx'
import { hideAuthors, showAuthors } from '../authors/authorActions.ts'
import type { Store } from '../store.ts'
import {
  chooseTemplate,
  copyAsMarkdown,
  findInText,
  focusOnText,
  showEverything,
  type TextTarget,
} from '../textActions.ts'
import { countWords } from './countWords.ts'

/** So long after the last change the words are counted, in ms: never in the turn of a keystroke. */
const QUIET_MS = 400

/** Below the text: how many words it has, or are selected; finding, copying, and hiding everything else. */
export default function TextFoot({
  editor,
  authors,
  about,
}: {
  readonly editor: Editor
  /** Whether it is shown who wrote what. */
  readonly authors: Store<boolean>
  readonly about: TextTarget
}): ReactNode {
  const t = textsOf('story')
  const isAuthored = useReadable(authors)
  const { template, isAlone } = about
  return (
    <div className="story-foot mt-2 flex items-center gap-1 border-t pt-1.5 text-label text-subtle">
      <Words editor={editor} />
      <span className="flex-1" />
      {template ? (
        <IconButton
          label={t('foot.templates')}
          size="small"
          onClick={() => runAction(chooseTemplate, about)}
        >
          <LayoutTemplate aria-hidden size={14} />
        </IconButton>
      ) : null}
      <IconButton
        label={titleOf(findInText)}
        keys="$mod+F"
        size="small"
        onClick={() => runAction(findInText, about)}
      >
        <Search aria-hidden size={14} />
      </IconButton>
      <IconButton
        label={isAuthored ? t('authors.hide') : t('authors.show')}
        size="small"
        aria-pressed={isAuthored}
        onClick={() =>
          runAction(isAuthored ? hideAuthors : showAuthors, { isShown: isAuthored, shown: authors })
        }
      >
        <UserPen aria-hidden size={14} />
      </IconButton>
      <IconButton
        label={titleOf(copyAsMarkdown)}
        size="small"
        onClick={() => runAction(copyAsMarkdown, about)}
      >
        <SquareCode aria-hidden size={14} />
      </IconButton>
      {isAlone === null ? null : (
        <IconButton
          label={titleOf(isAlone ? showEverything : focusOnText)}
          size="small"
          aria-pressed={isAlone}
          onClick={() => runAction(isAlone ? showEverything : focusOnText, about)}
        >
          <Focus aria-hidden size={14} />
        </IconButton>
      )}
    </div>
  )
}

function Words({ editor }: { readonly editor: Editor }) {
  const [said, setSaid] = useState(() => wordsSaid(editor))
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const later = () => {
      clearTimeout(timer)
      timer = setTimeout(() => setSaid(wordsSaid(editor)), QUIET_MS)
    }
    editor.on('transaction', later)
    return () => {
      clearTimeout(timer)
      editor.off('transaction', later)
    }
  }, [editor])
  return <span>{said}</span>
}

function wordsSaid({ state }: Editor): string {
  const { doc, selection } = state
  const all = countWords(doc)
  const t = textsOf('story')
  const words = t('foot.words', { count: all })
  if (selection.empty) return words
  const selected = countWords(doc, selection.from, selection.to)
  return selected === 0 ? words : t('foot.selected', { selected, words })
}
