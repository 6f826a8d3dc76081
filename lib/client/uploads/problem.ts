import type { WireFailure } from '../../schema/failure.ts'

/** Why a file is not on the server and does not go there by itself; the page says it in its language. */
export type UploadProblem =
  /** The server said it. */
  | { readonly kind: 'refused'; readonly failure: WireFailure }
  /** Somebody between this device and Sluice refused it without a word of its own. */
  | { readonly kind: 'unsaid' }
  /** Its story has not been there for long. */
  | { readonly kind: 'storyGone'; readonly name: string }
  /** No other story shows it to this person any more. */
  | { readonly kind: 'copyGone'; readonly name: string }
  | { readonly kind: 'fileEmpty'; readonly name: string }
  /** Sizes in bytes. */
  | {
      readonly kind: 'fileTooLarge'
      readonly name: string
      readonly size: number
      readonly most: number
    }
  /** An earlier version of Sluice kept what it said, in English. */
  | { readonly kind: 'kept'; readonly message: string }

/** Gives the problem of a job as this device kept it: earlier versions kept a sentence. */
export function readKeptProblem(kept: UploadProblem | string | null): UploadProblem | null {
  return typeof kept === 'string' ? { kind: 'kept', message: kept } : kept
}
