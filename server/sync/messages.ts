import * as decoding from 'lib0/decoding'
import { idOf } from '#server/commands/explain.ts'
import { COMMAND_MAX_CHARACTERS } from '#lib/schema/command.ts'
import { clientMessageSchema } from '#lib/schema/wire.ts'
import type { Attachment } from './attachment.ts'
import { answer } from './commands.ts'

/**
 * Takes a stateless message: a command or a subscription, on a list's document. Whatever is wrong with it is answered
 * with a sentence. Gives false only when the frame has no text at all.
 */
export function receiveStateless(attachment: Attachment, body: decoding.Decoder): boolean {
  let text: string
  try {
    text = decoding.readVarString(body)
  } catch {
    return false
  }
  if (attachment.document.kind !== 'list') {
    return refuse(
      attachment,
      '',
      'Commands and subscriptions go to the document of a list, like "area:…".',
    )
  }
  if (text.length > COMMAND_MAX_CHARACTERS) {
    return refuse(
      attachment,
      '',
      `This message has ${text.length.toLocaleString('en')} characters; at most ${COMMAND_MAX_CHARACTERS.toLocaleString('en')} fit. Nothing was changed.`,
    )
  }
  let raw: unknown
  try {
    raw = JSON.parse(text)
  } catch {
    return refuse(attachment, '', 'This message is not JSON. Nothing was changed.')
  }
  const message = clientMessageSchema.safeParse(raw)
  if (!message.success) {
    const command =
      typeof raw === 'object' && raw !== null && (raw as { command?: unknown }).command
    return refuse(
      attachment,
      idOf(command),
      'A message is { "subscribe": { "since": number or null } } or { "command": { "id", "type", … } }. Nothing was changed.',
    )
  }
  if ('subscribe' in message.data) {
    attachment.room.lists.subscribe(attachment, message.data.subscribe.since)
  } else {
    const { command } = message.data
    attachment.socket.commands.take(attachment, command, idOf(command), text.length)
  }
  return true
}

function refuse(attachment: Attachment, id: string, message: string): true {
  answer(attachment, { id, ok: false, code: 'invalid', message, who: [] })
  return true
}
