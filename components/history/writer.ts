import { inAList } from '#components/language/pageLanguage.ts'
import { textsOf } from '#components/language/loaded.ts'
import { dateInWords } from '#components/ui/dates.ts'
import { type Known, personName } from '#lib/domain/history/known.ts'
import { textOf, type Writer } from '#lib/domain/history/write.ts'

/** Tells history in the language of the page, once the texts of `events` are here. */
export const pageWriter: Writer = {
  write: (name, values) => textsOf('events')(name, values),
  day: dateInWords,
  list: inAList,
}

/** Gives what a person is called, whoever has left included. */
export function personText(known: Pick<Known, 'members'>, id: string): string {
  return textOf(pageWriter, personName(known, id))
}
