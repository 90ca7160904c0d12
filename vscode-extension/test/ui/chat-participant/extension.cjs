// Without a model, a chat has nobody to talk to; without a default participant, it asks for an account.

const vscode = require("vscode");

const model = {
  id: "silent",
  name: "Silent",
  family: "silent",
  version: "1",
  maxInputTokens: 10_000,
  maxOutputTokens: 1_000,
  isDefault: true,
  isUserSelectable: true,
  capabilities: { toolCalling: true },
};

exports.activate = ({ subscriptions }) => {
  subscriptions.push(
    vscode.lm.registerLanguageModelChatProvider("tests", {
      provideLanguageModelChatInformation: () => [model],
      provideLanguageModelChatResponse: async () => {},
      provideTokenCount: async () => 1,
    }),
    vscode.chat.createChatParticipant("tests.participant", run),
  );
  // It is there for the chat once somebody has asked for it.
  return vscode.lm.selectChatModels({ vendor: "tests" });
};

/** Says what the tool has answered. */
async function run({ prompt, toolInvocationToken }, _context, stream, token) {
  const { content } = await vscode.lm.invokeTool(
    "sandshell_run",
    { input: { command: prompt }, toolInvocationToken },
    token,
  );
  stream.markdown(`\n\n\`\`\`\n${content.map(({ value }) => value).join("")}\n\`\`\`\n`);
}
