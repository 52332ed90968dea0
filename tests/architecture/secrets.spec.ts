import { test } from '@japa/runner'
import { rule } from './support/rule.js'
import { house, planted, roomsOf, type Tree } from './support/tree.js'

/** Rooms that encrypt something with the application key and would lose it at the next rotation. */
function forgetful(tree: Tree): string[] {
  return roomsOf(tree)
    .filter((room) =>
      tree.files.some(
        (file) =>
          file.startsWith(`app/${room}/`) &&
          file.endsWith('.ts') &&
          tree.read(file).includes('encryption.encrypt(')
      )
    )
    .filter((room) => !/\brotate(?:Secrets|Shared)\b/.test(tree.read(`app/${room}/room.ts`)))
    .map((room) => `app/${room}: it encrypts, and its room.ts rotates nothing`)
}

test.group('Secrets', () => {
  rule('a room that encrypts writes its secrets again when the application key changes', {
    house: () => forgetful(house),
    planted: () =>
      planted(
        {
          'app/mairie/room.ts': 'defineRoom({})',
          'app/mairie/models/key.ts': 'encryption.encrypt(key)',
        },
        forgetful
      ),
    catches: [/app\/mairie: it encrypts/],
  })
})
