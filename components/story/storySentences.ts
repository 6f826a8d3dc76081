import { textsOf } from '#components/language/loaded.ts'
import type { TextsIn } from '#components/language/messages.ts'
import { refusalIn } from '#components/language/refusalText.ts'
import type { EditRefusal, Notice, WhyGone } from '#lib/client/storyNotice.ts'

/** Says why there is nothing to edit in a story, and that what was typed is kept, where something was (`isKept`). */
export function goneSentence(
  t: TextsIn<'story.standing.gone'>,
  why: WhyGone,
  isKept: boolean,
): string {
  const reason =
    why.code === 'notCaptured'
      ? `${t('notCaptured', { title: why.title })} ${refusalIn(why.refusal)}`
      : t(why.code)
  return isKept ? `${reason} ${t('kept')}` : reason
}

/** Says why an edit was not taken: in the server's own words where it names it in a way that this page does not know. */
function editSentence({ code, message }: EditRefusal): string {
  const t = textsOf('problems.edits')
  const key = code as 'readOnly'
  return t.has(key) ? t(key) : message
}

/** Says what a person must know above a story's text: why it cannot be changed, whom to ask, what is kept. */
export function noticeSentence(t: TextsIn<'story.standing.notice'>, notice: Notice): string {
  if (notice.code === 'refusedEdit') return editSentence(notice.edit)
  if (notice.code === 'editorTooOld') return t('editorTooOld')
  const { wasWritable, writing, isLeft } = notice
  return [
    wasWritable ? t('noMore') : t('readOnly'),
    writing ? refusalIn(writing) : null,
    isLeft ? t('notSaved') : null,
  ]
    .filter((sentence) => sentence !== null)
    .join(' ')
}
