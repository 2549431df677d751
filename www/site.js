// What makes this page living documentation: the switches change the tag, and the text says what the tag has become.
(() => {
  const CLINICS = {
    manila: { name: "Example Clinic Manila", jurisdiction: "PH" },
    seoul: { name: "Example Clinic Seoul", jurisdiction: "KR" },
    london: { name: "Example Clinic London", jurisdiction: "GB" },
  };
  const HEARD = ["planner-ready", "planner-step", "planner-change", "planner-complete", "planner-booking", "planner-error"];
  const FALLBACK = "Write to us to plan your visits";
  const find = (selector) => document.querySelector(selector);
  const planner = find("exosome-planner");
  const asked = new URLSearchParams(location.search);

  const chosen = (name) => find(`input[name="${name}"]:checked`).value;

  function choose(name, value) {
    const input = find(`input[name="${name}"][value="${CSS.escape(value ?? "")}"]`);
    if (input) input.checked = true;
  }

  function apply() {
    const clinic = chosen("clinic");
    const theme = chosen("theme");
    const { name, jurisdiction } = CLINICS[clinic];
    const mail = `visits@${clinic}.example`;

    planner.protocol = `clinics/${clinic}.json`;
    planner.setAttribute("jurisdiction", jurisdiction);
    planner.setAttribute("theme", theme);
    planner.dataset.look = chosen("look");
    document.documentElement.dataset.theme = theme;
    speak(chosen("lang"));
    for (const place of document.querySelectorAll("[data-clinic-name]")) place.textContent = name;
    find("[data-clinic-mail]").href = `mailto:${mail}`;
    document.title = `Plan your visits · ${name}`;
    find("#snippet").textContent = snippet(planner, mail);
  }

  /** Each language but English is a script of its own. */
  async function speak(lang) {
    if (lang !== "en") await import(`./dist/exosome-planner.${lang}.js`);
    if (lang === chosen("lang")) planner.setAttribute("lang", lang);
  }

  function snippet(tag, mail) {
    const lang = chosen("lang");
    const attributes = ["protocol", "jurisdiction", "theme"]
      .filter((name) => tag.getAttribute(name) !== "auto")
      .map((name) => ` ${name}="${tag.getAttribute(name)}"`);
    if (lang !== "en") attributes.push(` lang="${lang}"`);
    const words = lang === "en" ? "" : `<script src="exosome-planner.${lang}.js" defer></script>\n`;
    return `${words}<script src="exosome-planner.js" defer></script>

<exosome-planner${attributes.join("")}>
  <a href="mailto:${mail}">${FALLBACK}</a>
</exosome-planner>`;
  }

  function remember() {
    for (const name of ["clinic", "lang", "theme", "look"]) asked.set(name, chosen(name));
    history.replaceState(null, "", `?${asked}${location.hash}`);
  }

  function hear({ type, detail }) {
    const line = document.createElement("li");
    const said = detail ? JSON.stringify(detail, (key, value) => (key === "problems" ? `[${value.length}]` : value)) : "";
    line.textContent = `${type} ${said}`;
    const heard = find("#heard");
    if (!heard.dataset.any) heard.replaceChildren();
    heard.dataset.any = "yes";
    heard.prepend(line);
  }

  async function check(file) {
    const answer = find("#check-answer");
    answer.textContent = "Reading…";
    try {
      const engine = await import("./dist/esm/engine.js");
      const { usable, problems } = await engine.check(await file.text());
      const verdict = document.createElement("p");
      verdict.textContent = usable
        ? `It can be used. ${problems.length ? "Someone should look at this:" : "Nothing needs mending."}`
        : `It can’t be used yet. ${problems.length === 1 ? "One thing needs" : `${problems.length} things need`} mending:`;
      const list = document.createElement("ul");
      list.append(...problems.map(({ path, message, help }) => line(path, message, help)));
      answer.replaceChildren(verdict, ...(problems.length ? [list] : []));
    } catch (trouble) {
      answer.textContent = [trouble.message, trouble.help].filter(Boolean).join(" ");
    }
  }

  async function readText(text) {
    const answer = find("#read-answer");
    answer.textContent = "Reading…";
    try {
      const engine = await import("./dist/esm/engine.js");
      const findings = await engine.lint(text, planner.jurisdiction);
      const verdict = document.createElement("p");
      verdict.textContent = findings.length ? "This may not be published:" : "No claim was found.";
      const list = document.createElement("ul");
      list.append(...findings.map(({ text, rule, source, instead }) => line(text, rule, instead, source)));
      answer.replaceChildren(verdict, ...(findings.length ? [list] : []));
    } catch (trouble) {
      answer.textContent = [trouble.message, trouble.help].filter(Boolean).join(" ");
    }
  }

  /** What is wrong: its place, why, and more in small print. */
  function line(place, why, ...more) {
    const item = document.createElement("li");
    const code = document.createElement("code");
    code.textContent = place;
    item.append(code, ` ${why}`);
    for (const text of more) {
      const small = document.createElement("small");
      small.textContent = text;
      item.append(small);
    }
    return item;
  }

  for (const type of HEARD) document.addEventListener(type, hear);
  for (const input of document.querySelectorAll("input[type=radio]")) {
    input.addEventListener("change", () => {
      apply();
      remember();
    });
  }
  find("#check-file").addEventListener("change", ({ target }) => target.files[0] && check(target.files[0]));
  find("#read-form").addEventListener("submit", (event) => {
    event.preventDefault();
    readText(find("#read-text").value);
  });
  find("#break").addEventListener("click", () => {
    planner.protocol = { extends: "reference", calendar: { opening: "late" } };
    find("#plan").scrollIntoView();
  });

  choose("clinic", asked.get("clinic"));
  choose("lang", asked.get("lang"));
  choose("theme", asked.get("theme"));
  choose("look", asked.get("look"));
  apply();
})();
