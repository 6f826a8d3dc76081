import { begunTexts, changes } from '#components/shell/syncText.ts'

/** What exists on this device alone. */
export interface Unsent {
  /** Changes that the server does not have yet. */
  readonly waiting: number
  /** Changes that it refused, and nobody has dismissed. */
  readonly refused: number
  /** Texts that were begun and not sent. */
  readonly drafts: number
}

/** What is asked before what this device keeps is removed. Whatever exists nowhere else is named (I5). */
export function clearQuestion(
  { waiting, refused, drafts }: Unsent,
  isOffline: boolean,
): { readonly title: string; readonly description: string; readonly button: string } {
  const lost = [
    waiting > 0 && `${changes(waiting)} not on the server yet`,
    refused > 0 && `${changes(refused)} not accepted by it`,
    drafts > 0 && begunTexts(drafts).replace(/^A/, 'a'),
  ].filter((part) => part !== false)
  const again = isOffline
    ? 'You are offline: until you are online again there is nothing to read here.'
    : 'What the server has comes back as you go on.'
  if (lost.length === 0) {
    return {
      title: 'Clear what is stored here?',
      description: `Everything is on the server. ${again}`,
      button: 'Clear',
    }
  }
  return {
    title: waiting > 0 ? `${changes(waiting)} not on the server yet` : 'Some of it is here only',
    description: `Clearing drops what exists on this device alone: ${listed(lost)}. ${
      waiting > 0 ? 'Wait until it says “Saved” to lose none of your changes. ' : ''
    }${again}`,
    button: waiting > 0 ? `Clear and drop ${changes(waiting)}` : 'Clear and drop it',
  }
}

function listed(parts: readonly string[]): string {
  const last = parts.at(-1) ?? ''
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`
}
