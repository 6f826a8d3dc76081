import { keepTexts } from '#components/language/loaded.ts'
import { messagesOf } from './texts.ts'

// As on a page that has fetched everything: what a test shows or does says it in English.
keepTexts(messagesOf('en'))
