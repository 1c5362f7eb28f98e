using Infra.Configuration.Binding;

namespace Infra.Stack.Parts;

/// <summary>The keys of a task that refer to other parts of the stack.</summary>
internal record TaskUses
{
    // ECS documents no rule. Docker takes any name without an equals sign; a space in one is always a typing error.
    // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_KeyValuePair.html
    private const string VariableName = "^[!-<>-~]{1,255}$";
    private const string VariableNameMeaning = "a name without spaces and equals signs";

    /// <summary>Environment variables. <c>${…}</c> names a value of the stack, such as <c>${database.host}</c>.</summary>
    [Keys(VariableName, VariableNameMeaning)]
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>Environment variables whose values are read from secrets when a task starts. Each has exactly one source.</summary>
    [Keys(VariableName, VariableNameMeaning)]
    public IReadOnlyDictionary<string, SecretConfig> Secrets { get; init; } = new Dictionary<string, SecretConfig>();

    /// <summary>Parts of the stack that the task connects to: <c>database</c>, <c>cache</c>. Needed only where neither its secrets nor <c>${…}</c> names one of theirs.</summary>
    [Unique]
    [Shape(null, "database", "cache")]
    public IReadOnlyList<string> Uses { get; init; } = [];

    /// <summary>Access to buckets of <c>app:buckets</c>, by their names.</summary>
    public IReadOnlyDictionary<string, BucketAccess> Buckets { get; init; } = new Dictionary<string, BucketAccess>();

    /// <summary>Access to queues of <c>app:queues</c>, by their names.</summary>
    public IReadOnlyDictionary<string, QueueAccess> Queues { get; init; } = new Dictionary<string, QueueAccess>();

    /// <summary>Directories mounted into the container, by name.</summary>
    [Keys("^[A-Za-z0-9_-]{1,255}$", "up to 255 letters, digits, dashes and underscores")]
    public IReadOnlyDictionary<string, VolumeConfig> Volumes { get; init; } = new Dictionary<string, VolumeConfig>();

    /// <summary>IAM permissions of the application, beyond its buckets and queues.</summary>
    public IReadOnlyList<PermissionConfig> Permissions { get; init; } = [];

    /// <summary>The names in <c>${…}</c> of its environment and its permissions.</summary>
    public IEnumerable<string> PlaceholderNames => Environment.Values
        .Concat(Permissions.SelectMany(permission => permission.Resources))
        .SelectMany(text => TextTemplate.TryParse(text, out var template) ? template.Names : []);

    /// <summary>The secrets of other parts that it reads.</summary>
    public IEnumerable<string> SecretNames => Secrets.Values.Select(secret => secret.From).OfType<string>();

    /// <summary>The directories of file systems among its volumes.</summary>
    public IEnumerable<FileSystemDirectory> Directories =>
        Volumes.Select(volume => volume.Value.DirectoryOf(volume.Key)).OfType<FileSystemDirectory>();
}

/// <summary>The access of a task to a bucket.</summary>
internal enum BucketAccess
{
    /// <summary>nothing</summary>
    None,

    /// <summary>list and read</summary>
    Read,

    /// <summary>list, read, write and delete</summary>
    ReadWrite,
}

/// <summary>The access of a task to a queue.</summary>
internal enum QueueAccess
{
    /// <summary>nothing</summary>
    None,

    /// <summary>send messages</summary>
    Send,

    /// <summary>receive and delete messages</summary>
    Receive,

    /// <summary>both</summary>
    SendReceive,
}
