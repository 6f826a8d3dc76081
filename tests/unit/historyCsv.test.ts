import { expect, test } from 'vitest'
import { csvLine } from '#server/history/csv.ts'

test('[HI4] what a spreadsheet would run is text, also where the semicolon or the tab separates cells', () => {
  expect(csvLine(['=1+1'])).toBe("'=1+1\r\n")
  expect(csvLine(['b;=1+1'])).toBe('"b;\'=1+1"\r\n')
  expect(csvLine(['b\t @SUM(A1)'])).toBe('"b\t \'@SUM(A1)"\r\n')
  expect(csvLine(['a; b', 'x-1', 'two words'])).toBe('"a; b",x-1,two words\r\n')
})
