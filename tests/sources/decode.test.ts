import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decode } from "../../src/sources/decode.ts";
import { Unreadable } from "../../src/sources/unreadable.ts";
import { readFiles } from "./scratch-folder.ts";

const utf16be = (text: string) => Buffer.from(text, "utf16le").swap16();
const latin = (text: string) => Buffer.from(text, "latin1");
const line = "Kim’s “new way” – 김정은의 새로운 길, 2019.";

describe("the text of a file", () => {
  it.each([
    ["UTF-8", Buffer.from(line)],
    ["UTF-8 with a mark", Buffer.from(`\uFEFF${line}`)],
    ["UTF-16 LE with a mark", Buffer.from(`\uFEFF${line}`, "utf16le")],
    ["UTF-16 BE with a mark", utf16be(`\uFEFF${line}`)],
    ["UTF-16 LE", Buffer.from(line, "utf16le")],
    ["UTF-16 BE", utf16be(line)],
  ])("is read from %s", (_, bytes) => {
    expect(decode(bytes)).toBe(line);
  });

  it("is read from Windows-1252, with its quotation marks and dashes", () => {
    expect(decode(latin("Kim\x92s \x93new way\x94 \x96 caf\xe9, 5 \x80"))).toBe("Kim’s “new way” – café, 5 €");
  });

  it("is read from Korean EUC, with and without a declaration", () => {
    // "북한과 미국" in EUC-KR.
    const korean = Uint8Array.from([0xba, 0xcf, 0xc7, 0xd1, 0xb0, 0xfa, 0x20, 0xb9, 0xcc, 0xb1, 0xb9]);
    expect(decode(korean)).toBe("북한과 미국");
    const page = Buffer.concat([Buffer.from('<html><meta charset="euc-kr"><p>Korea: '), korean]);
    expect(decode(page)).toContain("Korea: 북한과 미국");
  });

  it("follows what an HTML page declares, but not into UTF-16 or nonsense", () => {
    expect(decode(latin('<html><meta charset="iso-8859-1"><p>caf\xe9 \x96 Seoul'))).toContain("café – Seoul");
    expect(decode(Buffer.from('<html><meta charset="utf-16"><p>café'))).toContain("café");
    expect(decode(Buffer.from('<html><meta charset="no-such"><p>café'))).toContain("café");
  });

  it("survives a character that is cut off at the end, and a broken one in the middle", () => {
    expect(decode(Buffer.from("북한과 미국").subarray(0, -1))).toBe("북한과 미");
    const broken = Buffer.concat([Buffer.from("북한과 "), Buffer.from([0xff]), Buffer.from(" 미국")]);
    expect(decode(broken)).toBe("북한과 \uFFFD 미국");
  });

  it("has one kind of line end", () => {
    expect(decode(Buffer.from("one\r\ntwo\rthree\u2028four\nfive"))).toBe("one\ntwo\nthree\nfour\nfive");
  });

  it.each([
    ["nothing", Buffer.from("")],
    ["only white space", Buffer.from(" \r\n\t ")],
    ["a zip archive", Buffer.from("PK\x03\x04 and more")],
    ["a picture", latin("\x89PNG\r\n")],
    ["zero bytes", Buffer.from("Kim\0Moon")],
    ["control characters", Buffer.from("\x01\x02\x03\x04\x05 Kim")],
  ])("is refused where there is %s", (_, bytes) => {
    expect(() => decode(bytes)).toThrow(Unreadable);
  });

  it("comes back from any text in UTF-8 and, with a mark, UTF-16", () => {
    const texts = fc
      .string({ unit: fc.constantFrom(..."Kim 정은 é “” 北 😀 \n.,"), minLength: 1 })
      .filter((text) => text.trim() !== "");
    fc.assert(
      fc.property(texts, (text) => {
        expect(decode(Buffer.from(text))).toBe(text);
        expect(decode(Buffer.from(`\uFEFF${text}`, "utf16le"))).toBe(text);
      }),
    );
  });

  it("or a reason comes from any bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        try {
          expect(decode(bytes)).not.toMatch(/[\0\r]/);
        } catch (error) {
          expect(error).toBeInstanceOf(Unreadable);
        }
      }),
    );
  });

  it("says of a Word document what to do with it, whatever its name", async () => {
    const { problems } = await readFiles({
      "a.docx": Buffer.from("PK\x03\x04"),
      "b.txt": Buffer.from("PK\x03\x04 [Content_Types].xml word/document.xml"),
      "c.zip": Buffer.from("PK\x03\x04 roads.txt"),
    });
    expect(problems).toEqual({
      "a.docx": expect.stringMatching(/Word document: open it and save it as plain text or HTML/),
      "b.txt": expect.stringMatching(/Word document/),
      "c.zip": expect.not.stringMatching(/Word/),
    });
  });
});
