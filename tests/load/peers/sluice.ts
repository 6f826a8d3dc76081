// Sluice as it runs, on SQLite in a folder of its own, without the pages.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
