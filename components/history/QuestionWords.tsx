import { standingsOf } from '#lib/doc/compare/sides.ts'
import { type Known, personName } from '#lib/domain/history/known.ts'
import type { Content } from '#lib/schema/history.ts'
import { Added, Removed } from './Differing.tsx'

/** How a question stands, and how it stood where that differs. */
export function QuestionWords({
  question,
  known,
}: {
  readonly question: Content
  readonly known: Known
}) {
  const { stood, stands } = standingsOf(question)
  const [was, is] = [stood, stands].map((attrs) => attrs && questionInWords(attrs, known))
  if (was === is) return is ?? questionInWords(question.attrs ?? {}, known)
  return (
    <>
      {was === undefined ? null : <Removed>{was}</Removed>}
      {was === undefined || is === undefined ? null : ' '}
      {is === undefined ? null : <Added>{is}</Added>}
    </>
  )
}

function questionInWords(attrs: NonNullable<Content['attrs']>, known: Known): string {
  const { blocking, open, owner } = attrs
  const state = open === false ? 'Answered' : blocking === true ? 'Open, blocking' : 'Open'
  return typeof owner === 'string' ? `${state}, for ${personName(known, owner)}` : state
}
