import type { SyncState } from '#lib/client/client.ts'

export interface SyncText {
  /** What the indicator says. */
  readonly label: string
  /** What that means for the person's work, and what to do, in sentences. */
  readonly explanation: string
  readonly tone: 'calm' | 'waiting' | 'trouble'
}

/** Says honestly how far the work has got (UX12). "Saved" is said only of what the server has committed (I1). */
export function syncText(sync: SyncState): SyncText {
  switch (sync.kind) {
    case 'saved':
      return {
        label: 'Saved',
        explanation: 'Everything you wrote and did here is stored on the server.',
        tone: 'calm',
      }
    case 'saving':
      return {
        label: `${changes(sync.count)} on this device`,
        explanation: `${capital(areOrIs(sync.count))} stored on this device and on the way to the server. You can go on working, and even close this tab.`,
        tone: 'calm',
      }
    case 'offline':
      return {
        label: sync.count === 0 ? 'Offline' : `Offline · ${changes(sync.count)} on this device`,
        explanation:
          sync.count === 0
            ? 'The server cannot be reached. You can go on working: what you do is stored on this device and sent when the server answers again.'
            : `The server cannot be reached. ${capital(areOrIs(sync.count))} stored on this device, also when you close or reload this tab, and will be sent when the server answers again.`,
        tone: 'waiting',
      }
    case 'signed-out':
      return {
        label:
          sync.count === 0 ? 'Signed out' : `Signed out — sign in to send ${changes(sync.count)}`,
        explanation:
          sync.count === 0
            ? 'Your session has ended. Sign in again to go on together with the others.'
            : `Your session has ended. ${capital(areOrIs(sync.count))} stored on this device and will be sent as soon as you sign in again.`,
        tone: 'trouble',
      }
    case 'access-changed':
      return {
        label: 'Access changed',
        explanation: `You can no longer work in this workspace. ${kept(sync.count)}Ask an owner or admin of the workspace.`,
        tone: 'trouble',
      }
    case 'stuck':
      return {
        label: 'Text kept here only',
        explanation:
          'The server did not take what you typed into a story: it is gone, or you may not change it any more. The text is kept on this device until you give it up.',
        tone: 'trouble',
      }
    case 'reload-needed':
      return {
        label: 'Reload needed',
        explanation:
          `This page is older than the stories on the server. Reload it to go on writing. ${kept(sync.count)}`.trim(),
        tone: 'trouble',
      }
    case 'not-kept':
      return {
        label: 'Not kept',
        explanation: `This browser does not let Sluice store anything on this device. ${
          sync.count === 0
            ? 'What you do goes'
            : `${capital(changes(sync.count))} ${sync.count === 1 ? 'is' : 'are'} in this tab only and on the way`
        } straight to the server: keep this tab open until it says so, and allow storage for this site or leave the private window.`,
        tone: 'trouble',
      }
  }
}

/** `1 change`, `3 changes`. */
export function changes(count: number): string {
  return count === 1 ? '1 change' : `${count.toLocaleString('en')} changes`
}

/** `A text that was begun`, `3 texts that were begun`. */
export function begunTexts(count: number): string {
  return count === 1 ? 'A text that was begun' : `${count} texts that were begun`
}

function areOrIs(count: number): string {
  return `${changes(count)} ${count === 1 ? 'is' : 'are'}`
}

function kept(count: number): string {
  return count === 0 ? '' : `${capital(areOrIs(count))} kept on this device. `
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
