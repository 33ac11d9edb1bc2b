import packageJson from "../package.json" with { type: "json" };

/** This bot's version, from `package.json`. */
export const { version } = packageJson;
