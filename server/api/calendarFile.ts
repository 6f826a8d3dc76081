/** What a calendar is told of a session. Times in ms since the epoch. */
export interface CalendarEntry {
  /** The same for every file about the session, and for no other. */
  readonly uid: string
  /** The higher, the newer: by it a calendar knows that a session was moved. */
  readonly sequence: number
  readonly madeAt: number
  readonly startsAt: number
  readonly minutes: number
  readonly summary: string
  readonly url: string
  /** It does not take place. */
  readonly isOff: boolean
}

/** Content lines have at most so many octets before the line break (RFC 5545, 3.1). */
const LINE_MAX_BYTES = 75

/** Writes the file that calendars read (RFC 5545): one event, which replaces what an earlier file said of the session. */
export function calendarFile(entry: CalendarEntry): string {
  const { uid, sequence, madeAt, startsAt, minutes, summary, url, isOff } = entry
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Sluice//Sessions//EN',
    'CALSCALE:GREGORIAN',
    `METHOD:${isOff ? 'CANCEL' : 'PUBLISH'}`,
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `SEQUENCE:${sequence}`,
    `DTSTAMP:${stamp(madeAt)}`,
    `DTSTART:${stamp(startsAt)}`,
    `DURATION:PT${minutes}M`,
    `SUMMARY:${escaped(summary)}`,
    `URL:${url}`,
    `STATUS:${isOff ? 'CANCELLED' : 'CONFIRMED'}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

/** In UTC, which needs no table of time zones. */
function stamp(at: number): string {
  return new Date(at).toISOString().replace(/[-:]|\.\d+/g, '')
}

/** Backslash, semicolon, comma and line breaks mean something in a text (3.3.11); other control characters may not be there. */
function escaped(text: string): string {
  return text
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n|\r|\n/g, '\\n')
    .replace(/\p{Cc}/gu, '')
}

/** A long line goes on after a line break and a space, between two characters. */
function folded(line: string): string {
  let text = ''
  let bytes = 0
  for (const character of line) {
    const size = Buffer.byteLength(character)
    if (bytes + size > LINE_MAX_BYTES) {
      text += '\r\n '
      bytes = 1
    }
    text += character
    bytes += size
  }
  return text
}
