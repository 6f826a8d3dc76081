/** What the small picker offers first. */
export const COMMON_EMOJI = ['👍', '❤️', '🎉', '😄', '👀', '🤔', '✅', '🚀'] as const

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })
const PICTURE = /\p{Emoji_Presentation}|\p{Emoji}\uFE0F|\p{Regional_Indicator}{2}/u
// The components: joiners, skin tones, key caps, flags.
const ONLY_PICTURES = /^[\p{Emoji}\p{Emoji_Component}]+$/u

/** True for exactly one emoji, as people see it: one with a skin tone or a flag is one. */
export function isEmoji(text: string): boolean {
  if (text.length > 40 || !PICTURE.test(text) || !ONLY_PICTURES.test(text)) return false
  return [...segmenter.segment(text)].length === 1
}
