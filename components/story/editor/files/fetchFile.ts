/**
 * Fetches a file of a story and gives it to the person, under its name. Through the page, so that the service worker keeps
 * it for offline: a download of the browser's own passes it by.
 */
export async function fetchFile(
  address: string,
  name: string,
): Promise<'saved' | 'absent' | 'unreachable'> {
  let blob: Blob
  try {
    const response = await fetch(address)
    if (!response.ok) return response.status >= 500 ? 'unreachable' : 'absent'
    blob = await response.blob()
  } catch {
    return 'unreachable'
  }
  const url = URL.createObjectURL(blob)
  const link = Object.assign(document.createElement('a'), { href: url, download: name })
  link.click()
  // The browser has taken it over by the next turn.
  setTimeout(() => URL.revokeObjectURL(url), REVOKE_MS)
  return 'saved'
}

const REVOKE_MS = 60_000
