using System.Collections.Immutable;

namespace Pulumi.Testing;

/// <summary>Stands in for the engine and all providers while a program is tested.</summary>
public interface IMocks
{
    /// <summary>
    /// Answers the registration or reading of a resource: with its identifier, which stays unknown if there is none, and with
    /// its properties by their wire names.
    /// </summary>
    Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args);

    /// <summary>Answers the call of a provider function with the properties of its result.</summary>
    Task<object> CallAsync(MockCallArgs args);

    /// <summary>Is told the outputs of a component or stack.</summary>
    Task RegisterResourceOutputs(MockRegisterResourceOutputsRequest args) => Task.CompletedTask;
}

/// <summary>
/// A resource as its provider would get it. Inputs have wire names; numbers are doubles, lists immutable arrays, objects
/// immutable dictionaries; secrets are plain, and what is unknown is left out.
/// </summary>
public class MockResourceArgs
{
    public string? Type { get; set; }

    public string? Name { get; set; }

    public ImmutableDictionary<string, object> Inputs { get; set; } = ImmutableDictionary<string, object>.Empty;

    /// <summary>URN and identifier of the explicit provider, or empty.</summary>
    public string? Provider { get; set; }

    /// <summary>The identifier of a resource that is read or imported, or empty.</summary>
    public string? Id { get; set; }
}

/// <summary>The call of a provider function as the provider would get it.</summary>
public class MockCallArgs
{
    public string? Token { get; set; }

    public ImmutableDictionary<string, object> Args { get; set; } = ImmutableDictionary<string, object>.Empty;

    public string? Provider { get; set; }
}

/// <summary>The outputs that a component or stack has declared.</summary>
public class MockRegisterResourceOutputsRequest(string urn, ImmutableDictionary<string, Output<object?>> outputs)
{
    public readonly string Urn = urn;

    public readonly ImmutableDictionary<string, Output<object?>> Outputs = outputs;
}
