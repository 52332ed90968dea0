import type { RoomMessages } from '#web/messages/declaration'

/** Whom to invite again is on the page of the members: a mail names nobody who has not come in. */
export const messages: RoomMessages = {
  words: async (tasks) =>
    new Map(
      tasks.map(({ id }) => [id, 'Inviter de nouveau une personne : le courriel n’a pas pu partir'])
    ),
}
