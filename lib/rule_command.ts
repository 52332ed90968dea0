/** Commands that judge lines of JSON or whole files, and what they read in a line. */
export { answerLines } from './rule_command/answer_lines.js'
export { WrongCall, type FileCommand, type Say } from './rule_command/file_command.js'
export { readCall, type Call } from './rule_command/read_call.js'
export { Unjudgeable, type Line, type RuleCommand } from './rule_command/rule_command.js'
export {
  listOfObjects,
  listOfTexts,
  optionalText,
  requiredObject,
  requiredText,
} from './rule_command/parts.js'
