import type { RoomMessages } from '#web/messages/declaration'

const WORDS = 'Prendre des fichiers déposés dans un échange'

/** Its titles quote the objet of an exchange, which a mail does not say. */
export const messages: RoomMessages = {
  words: async (tasks) => new Map(tasks.map(({ id }) => [id, WORDS])),
}
