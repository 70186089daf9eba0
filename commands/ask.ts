import { answerMessage, defineCommand, languageTags } from '#kiosk';

/** How many pieces of evidence a first answer shows. */
const shown = 3;

export default defineCommand({
  options: {
    question: { type: 'text', required: true, maximum: 2000 },
    in: { type: 'choice', choices: languageTags },
    count: { type: 'integer', minimum: 1, maximum: 10 },
  },
  async run({ options, caller, channel, language, t, kiosk }) {
    const place = { caller: caller.id, channel };
    const context = await kiosk.conversation.recall(place);
    const count = options.count ?? shown;
    const answer = await kiosk.ask(
      {
        text: options.question,
        language,
        ...(options.in && { in: [options.in] }),
        ...(context && { context }),
      },
      count,
    );
    const stories = [...new Set(answer.evidence.map(({ story }) => story))];
    if (answer.answered) await kiosk.conversation.remember(place, { question: answer.subject, stories });
    return answerMessage({ answer, question: options.question, count, language, t });
  },
});
