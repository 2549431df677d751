// What makes this page living documentation: the switches change the tag, and the text says what the tag has become.
(() => {
  const CLINICS = {
    manila: { name: "Example Clinic Manila", jurisdiction: "PH" },
    seoul: { name: "Example Clinic Seoul", jurisdiction: "KR" },
    london: { name: "Example Clinic London", jurisdiction: "GB" },
  };
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
    document.documentElement.dataset.theme = theme;
    for (const place of document.querySelectorAll("[data-clinic-name]")) place.textContent = name;
    find("[data-clinic-mail]").href = `mailto:${mail}`;
    document.title = `Plan your visits · ${name}`;
    find("#snippet").textContent = snippet(planner, mail);
  }

  function snippet(tag, mail) {
    const attributes = ["protocol", "jurisdiction", "theme"]
      .filter((name) => tag.getAttribute(name) !== "auto")
      .map((name) => ` ${name}="${tag.getAttribute(name)}"`);
    return `<script src="exosome-planner.js" defer></script>

<exosome-planner${attributes.join("")}>
  <a href="mailto:${mail}">${FALLBACK}</a>
</exosome-planner>`;
  }

  function remember() {
    for (const name of ["clinic", "theme"]) asked.set(name, chosen(name));
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
      list.append(...problems.map(problemLine));
      answer.replaceChildren(verdict, ...(problems.length ? [list] : []));
    } catch (trouble) {
      answer.textContent = [trouble.message, trouble.help].filter(Boolean).join(" ");
    }
  }

  function problemLine({ path, message, help }) {
    const line = document.createElement("li");
    const place = document.createElement("code");
    place.textContent = path;
    const fix = document.createElement("small");
    fix.textContent = help;
    line.append(place, ` ${message}`, fix);
    return line;
  }

  for (const type of ["planner-ready", "planner-change", "planner-error"]) document.addEventListener(type, hear);
  for (const input of document.querySelectorAll("input[type=radio]")) {
    input.addEventListener("change", () => {
      apply();
      remember();
    });
  }
  find("#check-file").addEventListener("change", ({ target }) => target.files[0] && check(target.files[0]));
  find("#break").addEventListener("click", () => {
    planner.protocol = { extends: "reference", calendar: { opening: "late" } };
    find("#plan").scrollIntoView();
  });

  choose("clinic", asked.get("clinic"));
  choose("theme", asked.get("theme"));
  apply();
})();
