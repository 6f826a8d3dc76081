import type { Kysely } from 'kysely'
import { invitations } from './people/invitations.ts'
import { members } from './people/members.ts'
import { sessions } from './people/sessions.ts'
import { tokens } from './people/tokens.ts'
import { users } from './people/users.ts'
import type { Schema } from './schema.ts'
import type { PeopleStore } from './storage.ts'

/** Users, memberships, sessions, invitations and API tokens. */
export function peopleStore(db: Kysely<Schema>): PeopleStore {
  return { ...users(db), ...members(db), ...sessions(db), ...invitations(db), ...tokens(db) }
}
