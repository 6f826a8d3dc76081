import { describe, expect, test } from 'vitest'
import { calendarFile, type CalendarEntry } from '#server/api/calendarFile.ts'

const entry: CalendarEntry = {
  uid: 'm1.w1@sluice.example',
  sequence: 7,
  madeAt: Date.UTC(2026, 2, 2, 8, 5, 9, 120),
  startsAt: Date.UTC(2026, 2, 29, 14, 30),
  minutes: 75,
  summary: 'Weekly',
  url: 'https://sluice.example/w/w1/meet/m1',
  isOff: false,
}

/** The lines of a file as RFC 5545 has them put together again. */
const linesOf = (more: Partial<CalendarEntry> = {}) =>
  calendarFile({ ...entry, ...more })
    .replaceAll('\r\n ', '')
    .split('\r\n')

describe('[MT1] the calendar file of a session', () => {
  test('says which session it is, when, how long, and where to find it', () => {
    expect(linesOf()).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Sluice//Sessions//EN',
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      'BEGIN:VEVENT',
      'UID:m1.w1@sluice.example',
      'SEQUENCE:7',
      'DTSTAMP:20260302T080509Z',
      'DTSTART:20260329T143000Z',
      'DURATION:PT75M',
      'SUMMARY:Weekly',
      'URL:https://sluice.example/w/w1/meet/m1',
      'STATUS:CONFIRMED',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ])
  })

  test('takes back a session that was called off', () => {
    expect(linesOf({ isOff: true })).toEqual(
      expect.arrayContaining(['METHOD:CANCEL', 'STATUS:CANCELLED', 'UID:m1.w1@sluice.example']),
    )
  })

  test('escapes what means something, and lets nobody add lines of their own', () => {
    const summary = 'Ready; steady, go \\ now\r\nATTENDEE:mailto:eve@example.org\u0007'
    expect(linesOf({ summary })).toContain(
      'SUMMARY:Ready\\; steady\\, go \\\\ now\\nATTENDEE:mailto:eve@example.org',
    )
  })

  test('no line is longer than 75 bytes, and no character is cut in two', () => {
    const summary = `${'Verfügbarkeit prüfen 🎉 '.repeat(12)}.`
    const raw = calendarFile({ ...entry, summary })
    for (const line of raw.split('\r\n')) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
      expect(line).not.toContain('\uFFFD')
    }
    expect(linesOf({ summary })).toContain(`SUMMARY:${summary}`)
  })
})
