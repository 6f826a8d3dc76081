import type { Doc } from 'yjs'
import { classes } from '#components/ui/classes.ts'
import { storyText } from '#lib/doc/read.ts'

/** A story's words without an editor: nothing here can write. */
export function PlainStory({ doc, compact }: { readonly doc: Doc; readonly compact: boolean }) {
  return (
    <div
      className={classes(
        'whitespace-pre-wrap wrap-anywhere',
        compact ? 'text-body' : 'text-editor',
      )}
    >
      {storyText(doc)}
    </div>
  )
}
