import { readFile, writeFile } from 'node:fs/promises'
import app from '@adonisjs/core/services/app'
import { test } from '@japa/runner'
import openapiTS, { astToString } from 'openapi-typescript'
import { openApi } from '#web/api/openapi'

const FILE = app.makePath('clients/typescript/schema.d.ts')
const HEAD = '/** Drawn from /api/v1/openapi.json; UPDATE_CLIENT=1 draws it again. */\n'

test.group('The typed client', () => {
  test('is drawn from the document as it is', async ({ assert }) => {
    const drawn = HEAD + astToString(await openapiTS(openApi() as never))
    if (process.env.UPDATE_CLIENT) await writeFile(FILE, drawn)
    assert.equal(await readFile(FILE, 'utf8'), drawn)
  })
})
