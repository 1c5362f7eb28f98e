namespace Pulumi;

/// <summary>The run that a program is part of, and the provider functions that it can call.</summary>
public sealed class DeploymentInstance
{
    private readonly Deployment _deployment;

    internal DeploymentInstance(Deployment deployment) => _deployment = deployment;

    public string StackName => _deployment.StackName;

    public string ProjectName => _deployment.ProjectName;

    public string OrganizationName => _deployment.OrganizationName;

    /// <summary>The directory of Pulumi.yaml.</summary>
    public string RootDirectory => _deployment.RootDirectory
        ?? throw new InvalidOperationException("The root directory of the project is not known in this run.");

    /// <summary>Whether this is a preview, in which values that only a provider can supply stay unknown.</summary>
    public bool IsDryRun => _deployment.IsDryRun;

    public Output<T> Invoke<T>(string token, InvokeArgs args, InvokeOptions? options = null) =>
        new(_deployment.InvokeAsync<T>(token, args, options, waitForKnown: true));

    public Output<T> Invoke<T>(string token, InvokeArgs args, InvokeOutputOptions options) =>
        new(_deployment.InvokeAsync<T>(token, args, options, waitForKnown: true));

    public async Task<T> InvokeAsync<T>(string token, InvokeArgs args, InvokeOptions? options = null) =>
        (await _deployment.InvokeAsync<T>(token, args, options, waitForKnown: false).ConfigureAwait(false)).Value;

    public Task InvokeAsync(string token, InvokeArgs args, InvokeOptions? options = null) =>
        InvokeAsync<object>(token, args, options);
}
