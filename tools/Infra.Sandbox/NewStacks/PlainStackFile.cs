using Infra.Configuration.Binding;
using Infra.Stack;

namespace Infra.Sandbox.NewStacks;

/// <summary>The file of a stack with one service, and a domain and a database if wanted.</summary>
/// <param name="project">The name of the project.</param>
/// <param name="known">The defaults that other stacks suggest.</param>
/// <param name="schema">The first line of the file.</param>
internal sealed class PlainStackFile(string project, KnownDefaults known, SchemaLine schema) : INewStackFile
{
    /// <summary>The answer that omits a part.</summary>
    public const string None = "none";

    private const string Region = "aws:region";

    private readonly string _name = Key(project, StackKeys.Key(stack => stack.Name));
    private readonly string _cidr = Key(project, StackKeys.Key(stack => stack.Network!.Cidr));
    private readonly string _image = Key(project, StackKeys.Key(stack => stack.Service!.Image));
    private readonly string _port = Key(project, StackKeys.Key(stack => stack.Service!.ContainerPort));
    private readonly string _domain = Key(project, StackKeys.Key(stack => stack.Domain!.Name));
    private readonly string _zone = Key(project, StackKeys.Key(stack => stack.Domain!.HostedZoneName));
    private readonly string _database = Key(project, StackKeys.Key(stack => stack.Database!.InstanceClass));

    public IReadOnlyList<string> Secrets => [];

    public IReadOnlyList<Question> Questions(IReadOnlyDictionary<string, string> answers)
    {
        List<Question> questions =
        [
            new(Region, "the AWS region") { Default = known.Region },
            new(_name, "the name of the application") { Default = known.Name },
            new(_cidr, "the range of the VPC, which no other network of yours should have") { Default = known.Range },
            new(_image, "the image of the application, with its tag"),
            new(_port, "the port on which it serves HTTP") { Default = "8080" },
            new(_domain, "its domain name, for HTTPS") { Default = None },
            new(_database, "the instance class of a PostgreSQL database, such as db.t4g.micro") { Default = None },
        ];
        if (Has(answers, _domain))
        {
            questions.Insert(questions.Count - 1, new(_zone, "the Route 53 zone of that name") { Default = answers[_domain][(answers[_domain].IndexOf('.', StringComparison.Ordinal) + 1)..] });
        }

        return questions;
    }

    public string? ProblemOfKey(string key) =>
        key == _zone ? $"needs {_domain}" : "is not a question; add it to the new file afterwards";

    public string Text(IReadOnlyDictionary<string, string> answers)
    {
        var zones = KnownDefaults.ZonesOf(answers[Region]);
        List<string> lines =
        [
            schema.ToString(),
            "config:",
            $"  {Region}: {Yaml(answers[Region])}",
            $"  {project}:name: {Yaml(answers[_name])}",
            $"  {project}:network:",
            $"    cidr: {Yaml(answers[_cidr])} # cannot be changed later",
            $"    zones: [{string.Join(", ", zones)}]",
            .. Domain(answers),
            .. Database(answers),
            $"  {project}:service:",
            $"    image: {Yaml(answers[_image])}",
            $"    containerPort: {YamlValue.Of(answers[_port], ConfigKind.WholeNumber)}",
            .. Environment(answers),
            "    healthCheck:",
            "      path: / # must answer with status 200",
        ];
        return string.Join('\n', lines) + "\n";
    }

    private IEnumerable<string> Domain(IReadOnlyDictionary<string, string> answers) => Has(answers, _domain)
        ?
        [
            $"  {project}:domain:",
            $"    name: {Yaml(answers[_domain])}",
            $"    hostedZoneName: {Yaml(answers[_zone])}",
        ]
        : [$"  # without {project}:domain the load balancer serves plain HTTP under its own name"];

    private IEnumerable<string> Database(IReadOnlyDictionary<string, string> answers) => !Has(answers, _database) ? [] :
    [
        $"  {project}:database:",
        "    engineVersion: 17",
        $"    instanceClass: {Yaml(answers[_database])}",
        $"    name: {DatabaseName(answers[_name])}",
        $"    username: {DatabaseName(answers[_name])}",
        "    allocatedStorageGiB: 20",
        "    maxAllocatedStorageGiB: 100",
        "    multiAz: false # true survives the failure of a zone, at twice the price",
        "    backupRetentionDays: 7",
        "    deletionProtection: true",
        "    finalSnapshot: true",
        "    tls: require",
    ];

    private IEnumerable<string> Environment(IReadOnlyDictionary<string, string> answers) => !Has(answers, _database) ? [] :
    [
        "    secrets:",
        "      DATABASE_URL: { from: database.url }",
    ];

    // "user" and other words are reserved in PostgreSQL; the name of an application with a prefix is none of them.
    private static string DatabaseName(string application) => $"{application.Replace('-', '_')}_app";

    private static bool Has(IReadOnlyDictionary<string, string> answers, string key) => answers.TryGetValue(key, out var answer) && answer.Length > 0 && answer != None;

    private static string Yaml(string text) => YamlValue.Of(text, ConfigKind.Text);

    private static string Key(string project, KeyPath key) => $"{project}:{key}";
}
