import { type Kysely, sql } from 'kysely'
import { inBatches } from './batches.ts'
import type { Schema } from './schema.ts'
import type { TextStore } from './textStore.ts'

const STORY = 'story:'

/** The words of stories' texts, beside their documents. */
export function textStore(db: Kysely<Schema>): TextStore {
  return {
    async unread(workspace, limit) {
      const rows = await db
        .selectFrom('documents')
        .leftJoin('text_words as words', (join) =>
          join
            .onRef('words.workspace', '=', 'documents.workspace')
            .onRef('words.name', '=', 'documents.name'),
        )
        .select(['documents.name', 'documents.position'])
        .where('documents.workspace', '=', workspace)
        .where('documents.name', 'like', `${STORY}%`)
        .where((eb) =>
          eb.or([
            eb('words.position', 'is', null),
            eb('words.position', '<>', eb.ref('documents.position')),
          ]),
        )
        .orderBy('documents.name')
        .limit(limit)
        .execute()
      return rows.map(({ name, position }) => ({ story: name.slice(STORY.length), position }))
    },

    async keep(workspace, { story, position, text, words }) {
      const name = STORY + story
      // Each word begins behind a space, so that only beginnings of words are found.
      const folded = words.map((word) => ` ${word}`).join('')
      await db
        .insertInto('text_words')
        .columns(['workspace', 'name', 'position', 'text', 'folded'])
        .expression(
          db
            .selectFrom('documents')
            .select((eb) => [
              'workspace',
              'name',
              sql<number>`cast(${position} as bigint)`.as('position'),
              sql<string>`cast(${text} as text)`.as('text'),
              eb.cast<string>(eb.val(folded), 'text').as('folded'),
            ])
            .where('workspace', '=', workspace)
            .where('name', '=', name),
        )
        .onConflict((conflict) =>
          conflict.columns(['workspace', 'name']).doUpdateSet((eb) => ({
            position: eb.ref('excluded.position'),
            text: eb.ref('excluded.text'),
            folded: eb.ref('excluded.folded'),
          })),
        )
        .execute()
    },

    async look(workspace, words, { after, limit }) {
      const rows = await db
        .selectFrom('text_words')
        .select((eb) => [
          'name',
          ...words.map((word, at) =>
            eb
              .case()
              .when(sql<boolean>`folded like ${`% ${plain(word)}%`} escape '!'`)
              .then(1)
              .else(0)
              .end()
              .as(`has_${at}`),
          ),
        ])
        .where('workspace', '=', workspace)
        .where('name', '>', after === null ? STORY : STORY + after)
        .orderBy('name')
        .limit(limit)
        .execute()
      const storyOf = (name: string) => name.slice(STORY.length)
      const last = rows.length === limit ? rows.at(-1) : undefined
      const found = rows
        .map((row) => ({
          story: storyOf(row.name),
          has: words.map((_, at) => Number((row as Record<string, unknown>)[`has_${at}`]) === 1),
        }))
        .filter(({ has }) => has.includes(true))
      return { last: last ? storyOf(last.name) : null, found }
    },

    async texts(workspace, stories) {
      const texts = new Map<string, string>()
      for (const batch of inBatches(stories.map((story) => STORY + story))) {
        const rows = await db
          .selectFrom('text_words')
          .select(['name', 'text'])
          .where('workspace', '=', workspace)
          .where('name', 'in', batch)
          .execute()
        for (const { name, text } of rows) texts.set(name.slice(STORY.length), text)
      }
      return texts
    },
  }
}

/** Nothing in a word stands for something else. */
function plain(word: string): string {
  return word.replace(/[!%_]/g, '!$&')
}
