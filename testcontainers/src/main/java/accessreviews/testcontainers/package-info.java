/** Microsoft Graph access reviews in a container, for tests of what automates them. */
package accessreviews.testcontainers;
