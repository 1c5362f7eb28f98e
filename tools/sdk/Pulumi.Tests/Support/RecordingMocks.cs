namespace Pulumi.Tests;

/// <summary>Echoes inputs as state and remembers everything it is asked, in order.</summary>
internal sealed class RecordingMocks : IMocks
{
    private readonly Lock _lock = new();

    public List<MockResourceArgs> Resources { get; } = [];

    public List<MockCallArgs> Calls { get; } = [];

    public List<MockRegisterResourceOutputsRequest> Registered { get; } = [];

    public Func<MockResourceArgs, string?> Id { get; init; } = args => $"{args.Name}-id";

    public Func<MockResourceArgs, object> State { get; init; } = args => args.Inputs;

    public Func<MockCallArgs, object> Result { get; init; } = args => args.Args;

    public Action<MockResourceArgs> Arrived { get; init; } = _ => { };

    public TimeSpan Latency { get; init; }

    public MockResourceArgs this[string name] => Assert.Single(Resources, resource => resource.Name == name);

    public async Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
    {
        lock (_lock)
        {
            Resources.Add(args);
        }

        Arrived(args);
        if (Latency > TimeSpan.Zero)
        {
            await Task.Delay(Latency);
        }

        return (Id(args), State(args));
    }

    public Task<object> CallAsync(MockCallArgs args)
    {
        lock (_lock)
        {
            Calls.Add(args);
        }

        return Task.FromResult(Result(args));
    }

    public Task RegisterResourceOutputs(MockRegisterResourceOutputsRequest args)
    {
        lock (_lock)
        {
            Registered.Add(args);
        }

        return Task.CompletedTask;
    }
}
