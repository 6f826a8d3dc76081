import { textsOf } from '#components/language/loaded.ts'
import { pageLocale } from '#components/language/pageLanguage.ts'
import { problemText } from '#components/language/problemText.ts'
import type { UploadProblem } from '#lib/client/uploads/problem.ts'
import { assertNever } from '#lib/domain/must.ts'
import { sizeInWords } from '#lib/files/names.ts'

/** Says why a file was not taken, in the language of the page. */
export function uploadSentence(problem: UploadProblem): string {
  const t = textsOf('problems')
  switch (problem.kind) {
    case 'refused':
      return problemText(t, problem.failure)
    case 'unsaid':
      return t('uploads.unsaid')
    case 'storyGone':
    case 'copyGone':
      return t(`uploads.${problem.kind}`, { name: problem.name })
    case 'fileEmpty':
      return t('details.fileEmpty', { name: problem.name })
    case 'fileTooLarge': {
      const [size, most] = [problem.size, problem.most].map((bytes) =>
        sizeInWords(bytes, pageLocale()),
      ) as [string, string]
      return t('details.fileTooLarge', { name: problem.name, size, most })
    }
    case 'kept':
      return problem.message
    default:
      return assertNever(problem)
  }
}
