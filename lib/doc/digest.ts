/** FNV-1a over the UTF-16 code units, in two lanes of 32 bits: to see a change, not to keep anyone from making one. */
export function digestOf(lines: readonly string[]): string {
  if (lines.length === 0) return ''
  let [a, b] = [0x811c9dc5, 0x050c5d1f]
  for (const line of lines) {
    for (let index = 0; index <= line.length; index += 1) {
      const unit = index < line.length ? line.charCodeAt(index) : 0x0a
      a = Math.imul(a ^ unit, 0x01000193)
      b = Math.imul(b ^ (unit + 0x9e37), 0x01000193)
    }
  }
  return `${(a >>> 0).toString(36)}${(b >>> 0).toString(36)}`
}
