import { tasks } from '#kernel/tasks'
import { questionTask } from './ask.js'
import Question from './question.js'

/** After the hour nothing is answered any more: nobody is asked to. What stays unanswered stays so. */
export async function closeQuestionTasks(consultationId: string): Promise<void> {
  const waiting = await Question.query().where({ consultationId, state: 'asked' })
  await tasks.close(...waiting.map(({ id }) => questionTask(id)))
}
